"""Placements in tasks, workgroups, profiles, telephony, the calendar and personnel."""

from __future__ import annotations

from bxdesk.messages import message
from bxdesk.placements.families.record import CallKey, Family, Place
from bxdesk.placements.options import NUMBER, NUMBERS, Option
from bxdesk.placements.permissions import Permission

_TASK_CARD = message(
    "Newer portals show all three places of a task alike, as a row in the block “Applications” under the task's own "
    "fields: one of them is enough."
)
_TASK = (CallKey("taskId", "31", message("The number of the task that is open.")),)
_GROUP = (CallKey("GROUP_ID", "11", message("The number of the workgroup or project.")),)
_CALL = (
    CallKey("CALL_ID", "externalCall.example", message("The call.")),
    CallKey("PHONE_NUMBER", "+4930123456", message("The other side's number; missing if it is unknown.")),
    CallKey("LINE_NUMBER", "+4930000000", message("The company's number.")),
    CallKey("LINE_NAME", "Sales", message("What the company calls that number; the number if it has no name.")),
    CallKey("CRM_ENTITY_TYPE", "COMPANY", message("LEAD, DEAL, CONTACT or COMPANY; empty without one.")),
    CallKey("CRM_ENTITY_ID", "17", message("The number of that CRM object; 0 without one.")),
    CallKey(
        "CRM_BINDINGS",
        ({"ENTITY_TYPE": "DEAL", "ENTITY_ID": "25"}, {"ENTITY_TYPE": "COMPANY", "ENTITY_ID": "17"}),
        message("All CRM objects that the call belongs to; missing if there are none."),
    ),
    CallKey(
        "CRM_ACTIVITY_ID",
        "8097",
        message("The number of the call's activity; the word “undefined” while there is none."),
    ),
    CallKey("CALL_DIRECTION", "incoming", message("Who called whom: incoming, outgoing or callback.")),
    CallKey("CALL_STATE", "connected", message("Where the call stands: idle, connecting or connected.")),
    CallKey("CALL_LIST_MODE", "false", message("Whether it is one of a list of calls: true or false.")),
)

WORK: tuple[Family, ...] = (
    Family(
        "task_card",
        message("Task: tab and side panel"),
        (
            Place(
                "TASK_VIEW_TAB",
                message("Tab of a task"),
                message("{newer} On older portals this one is a tab.", newer=_TASK_CARD),
                "task/view-tab",
            ),
            Place(
                "TASK_VIEW_SIDEBAR",
                message("Side panel of a task"),
                message("{newer} On older portals this one is in the panel at the right.", newer=_TASK_CARD),
                "task/view-sidebar",
            ),
        ),
        _TASK_CARD,
        "task/view-tab",
        Permission.TASK,
        options=(Option("groupId", message("Workgroups (their numbers)"), NUMBERS),),
        call=_TASK,
    ),
    Family(
        "tasks",
        message("Tasks: menus and panels"),
        (
            Place(
                "TASK_VIEW_TOP_PANEL",
                message("Top panel of a task"),
                message("{newer} On older portals this one is a button at the top.", newer=_TASK_CARD),
                "task/view-top-panel",
                _TASK,
            ),
            Place(
                "TASK_LIST_CONTEXT_MENU",
                message("Menu of a task in the list"),
                message("An entry of the menu at the beginning of a task's row, under “Market”."),
                "task/list-context-menu",
                (CallKey("ID", "31", message("The number of the task.")),),
            ),
            Place(
                "TASK_USER_LIST_TOOLBAR",
                message("Menu above a person's tasks"),
                message("An entry of the menu at the top right above a person's tasks."),
                call=(CallKey("USER_ID", "1", message("The number of the person whose tasks they are.")),),
            ),
            Place(
                "TASK_GROUP_LIST_TOOLBAR",
                message("Menu above a workgroup's tasks"),
                message("An entry of the menu at the top right above a workgroup's tasks."),
                call=_GROUP,
            ),
            Place(
                "TASK_ROBOT_DESIGNER_TOOLBAR",
                message("Robots of tasks"),
                message(
                    "A button at the top right of the window “Task automation”, for a person's and a project's tasks."
                ),
                "task/robot-designer-toolbar",
                (
                    CallKey(
                        "GROUP_ID",
                        "11",
                        message("The number of the project; for a person's own tasks USER_ID instead."),
                    ),
                ),
            ),
        ),
        message("Menus and buttons around tasks."),
        "task/list-toolbar",
        Permission.TASK,
    ),
    Family(
        "workgroups",
        message("Workgroups"),
        (
            Place(
                "SONET_GROUP_DETAIL_TAB",
                message("Tab of a workgroup"),
                message(
                    "An entry of a workgroup's menu, at its end under “More”; in the new view of projects an entry of "
                    "the menu “•••” of a project."
                ),
                "workgroups/detail-tab",
                _GROUP,
            ),
            Place(
                "SONET_GROUP_TOOLBAR",
                message("Menu of a workgroup"),
                message(
                    "An entry of the menu “•••” beside a workgroup's name, under “Extensions”. The new view of "
                    "projects no longer has it."
                ),
                "workgroups/toolbar",
            ),
            Place(
                "SONET_GROUP_ROBOT_DESIGNER_TOOLBAR",
                message("Robots of a workgroup"),
                message("A button at the top right of the window “Task automation” of a workgroup."),
                "workgroups/robot-designer-toolbar",
                _GROUP,
            ),
        ),
        message("Menus of workgroups and projects."),
        "workgroups/detail-tab",
        Permission.SONET_GROUP,
    ),
    Family(
        "users",
        message("User profile"),
        (
            Place(
                "USER_PROFILE_MENU",
                message("Menu of a profile"),
                message("An entry under “Extensions” in the menu that opens from one's own picture."),
                "user-profile/profile-menu",
                (CallKey("USER_ID", "1", message("The number of the person who opened the menu.")),),
            ),
            Place(
                "USER_PROFILE_TOOLBAR",
                message("Toolbar of a profile"),
                message("An entry of the menu at the top right of a colleague's profile."),
                "user-profile/profile-toolbar",
                (CallKey("USER_ID", "14", message("The number of the person whose profile it is.")),),
            ),
        ),
        message("Menus of people's profiles."),
        "user-profile/profile-menu",
        Permission.USER,
    ),
    Family(
        "telephony",
        message("Telephony"),
        (
            Place(
                "CALL_CARD",
                message("Call card"),
                message("A tab of the card that opens during a phone call."),
                "telephony/call-card",
                _CALL,
            ),
            Place(
                "TELEPHONY_ANALYTICS_MENU",
                message("Telephony analytics menu"),
                message("An entry of the left menu of the call statistics, below the reports."),
                "telephony/analytics-menu",
            ),
        ),
        message("Phone calls and their statistics."),
        "telephony/call-card",
        Permission.TELEPHONY,
    ),
    Family(
        "calendar",
        message("Calendar"),
        (Place("CALENDAR_GRIDVIEW"),),
        message("A view of a calendar, after “Day”, “Week” and “Month”."),
        "calendar",
        Permission.CALENDAR,
        call=(
            CallKey("viewRangeFrom", "2026-07-26", message("The first day that the calendar showed.")),
            CallKey("viewRangeTo", "2026-09-06", message("The last day that the calendar showed.")),
        ),
    ),
    Family(
        "personnel",
        message("Personnel: salary and vacation"),
        (Place("HCMLINK_SALARY_VACATION"),),
        message(
            "Under “Salary and vacation” in the menu that opens from one's own picture, once an HR system is connected."
        ),
        "placements",
        Permission.HCMLINK,
        options=(Option("width", message("Width of the frame (pixels)"), NUMBER),),
    ),
)
