"""Placements in the CRM, and the Contact Center tile."""

from __future__ import annotations

from dataclasses import replace

from bxdesk.messages import message
from bxdesk.placements.families.record import CallKey, Family, Place, TypeSwitch, crm_places
from bxdesk.placements.options import FLAG, NUMBERS, Option
from bxdesk.placements.permissions import Permission

_ID = (CallKey("ID", "6591", message("The number of the CRM object that the widget was opened for.")),)
_ENTITY = CallKey("ENTITY_ID", "6591", message("The number of the CRM object that the widget was opened for."))
_QUERY = CallKey("searchQuery", "Daisy", message("What the person typed into the search."))

BUILT_IN_INTERFACE = "useBuiltInInterface"
"""The option that has the portal draw a timeline widget; the handler's page is loaded unseen and tells it what."""
BUILT_IN_CALL = (
    CallKey("entityTypeId", "2", message("The kind of CRM object, by its number: 1 a lead, 2 a deal, 3 a contact …")),
    CallKey("entityId", "6591", message("The number of the CRM object that the widget was opened for.")),
    CallKey(BUILT_IN_INTERFACE, "Y", message("The portal draws the widget, and waits for “setLayout”.")),
)
"""The keys of ``PLACEMENT_OPTIONS`` in the call to such a widget, in place of the family's own."""

TIMELINE = Family(
    "timeline",
    message("CRM timeline button"),
    crm_places("LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE ORDER DYNAMIC_#", "DETAIL_ACTIVITY"),
    message(
        "An entry of the bar above a card's timeline, where “Activity” and “Comment” are; as a rule it is under “More”."
    ),
    "crm/detail-activity",
    Permission.CRM,
    options=(
        Option(BUILT_IN_INTERFACE, message("Built-in interface"), FLAG),
        Option("newUserNotificationTitle", message("Title of the notice to new users")),
        Option("newUserNotificationText", message("Text of the notice to new users")),
    ),
    call=_ID,
)
CONTACT_CENTER_TILE = Family(
    "contact_center",
    message("Contact Center tile"),
    (Place("CONTACT_CENTER"),),
    message(
        "A tile at the bottom of the Contact Center (/contact_center/ on the portal), among the partner solutions. A "
        "tile opens its page and nothing else: it connects no channel, which is what imconnector.register does."
    ),
    "contact-center",
    Permission.CONTACT_CENTER,
    call=(CallKey("ID", "25", message("The number of this widget's own row on the portal.")),),
)
_CARD_TOOLBAR = crm_places("LEAD CONTACT COMPANY DEAL QUOTE SMART_INVOICE DYNAMIC_#", "DETAIL_TOOLBAR")
_NEWER_CARDS = ("CRM_QUOTE_", "CRM_SMART_INVOICE_", "CRM_DYNAMIC_")

CRM: tuple[Family, ...] = (
    Family(
        "card_tab",
        message("Tab in a card"),
        crm_places("LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE ORDER DYNAMIC_#", "DETAIL_TAB"),
        message("A tab in the row at the top of a card; with little room it is under “More”."),
        "crm/detail-tab",
        Permission.CRM,
        call=_ID,
    ),
    Family(
        "card_toolbar",
        message("Menu of a card"),
        # Cards of the newer kind name their object otherwise.
        tuple(
            replace(place, call=(_ENTITY,)) if place.pattern.startswith(_NEWER_CARDS) else place
            for place in _CARD_TOOLBAR
        ),
        message("An entry of the menu at the top right of a card, left of “Document”."),
        "crm/detail-toolbar",
        Permission.CRM,
        call=_ID,
    ),
    Family(
        "list_row",
        message("Menu of a row in a list"),
        (
            *crm_places("LEAD CONTACT COMPANY DEAL SMART_INVOICE QUOTE", "LIST_MENU"),
            Place("CRM_ACTIVITY_LIST_MENU", call=(CallKey("ID", "8097", message("The number of the activity.")),)),
            Place("CRM_DYNAMIC_#_LIST_MENU"),
        ),
        message("An entry of the menu at the beginning of a row in a list, under “Market”."),
        "crm/list-menu",
        Permission.CRM,
        call=_ID,
    ),
    Family(
        "list_toolbar",
        message("Menu above a list"),
        crm_places("LEAD CONTACT COMPANY DEAL SMART_INVOICE ORDER QUOTE DYNAMIC_#", "LIST_TOOLBAR"),
        message("An entry of the menu at the top right above a list."),
        "crm/list-toolbar",
        Permission.CRM,
    ),
    Family(
        "timeline_record",
        message("Menu of a timeline record"),
        crm_places("LEAD DEAL QUOTE SMART_INVOICE DYNAMIC_#", "ACTIVITY_TIMELINE_MENU"),
        message("An entry of the menu “•••” of a single record in the timeline, under “Extensions”."),
        "crm/activity-timeline-menu",
        Permission.CRM,
        call=(
            _ENTITY,
            CallKey("ASSOCIATED_ENTITY_ID", "8097", message("The number of the activity in the timeline.")),
            CallKey("ASSOCIATED_ENTITY_TYPE_ID", "6", message("6 for an activity; other records have other keys.")),
            CallKey("TYPE_ID", "1", message("The kind of record, by its number.")),
            CallKey("TYPE_CATEGORY_ID", "2", message("The kind of record within that, by its number.")),
            CallKey("TIMELINE_ITEM_ID", "4711", message("The number of the record in the timeline.")),
        ),
    ),
    Family(
        "document_button",
        message("Document button"),
        crm_places("LEAD CONTACT COMPANY DEAL SMART_INVOICE QUOTE DYNAMIC_#", "DOCUMENTGENERATOR_BUTTON"),
        message("An entry under “Extensions” in the menu that “Document” opens at the top of a card."),
        "crm/document-generator-button",
        Permission.CRM,
        call=(_ENTITY,),
        switch=TypeSwitch.DOCUMENTS,
    ),
    Family(
        "robot_designer",
        message("Robot designer"),
        crm_places("LEAD DEAL SMART_INVOICE DYNAMIC_#", "ROBOT_DESIGNER_TOOLBAR"),
        message("A button at the top right of the window for automation rules."),
        "crm/robot-designer-toolbar",
        Permission.CRM,
        switch=TypeSwitch.AUTOMATION,
    ),
    Family(
        "pipelines",
        message("Pipelines"),
        (
            Place("CRM_FUNNELS_TOOLBAR", message("Deal")),
            *crm_places("SMART_INVOICE DYNAMIC_#", "FUNNELS_TOOLBAR"),
        ),
        message(
            "A button at the top right of the window “Sales pipelines and tunnels”, which opens from the list of "
            "pipelines above a kanban."
        ),
        "crm/funnels-toolbar",
        Permission.CRM,
        switch=TypeSwitch.PIPELINES,
    ),
    Family(
        "crm_other",
        message("CRM, other places"),
        (
            Place(
                "CRM_ANALYTICS_MENU",
                message("Analytics menu"),
                message("An entry under “Applications” in the left menu of CRM analytics."),
                "crm/analytics-menu",
            ),
            Place(
                "CRM_ANALYTICS_TOOLBAR",
                message("Analytics toolbar"),
                message(
                    "A button at the top right of a report in CRM analytics. Reports without settings of their own "
                    "lack it."
                ),
                "crm/analytics-toolbar",
            ),
            Place(
                "CRM_DETAIL_SEARCH",
                message("Search in a card"),
                message(
                    "An entry below the clients that are found while somebody types into the client's field of a "
                    "card; it comes with the third letter."
                ),
                "crm/detail-search",
                (
                    CallKey("entityTypeName", "COMPANY", message("Who is searched for: CONTACT or COMPANY.")),
                    _QUERY,
                ),
            ),
        ),
        message("Places of the CRM of which there is one each."),
        "placements",
        Permission.CRM,
    ),
    Family(
        "requisites",
        message("Search for company details"),
        (
            Place(
                "CRM_REQUISITE_AUTOCOMPLETE",
                message("Company details"),
                message("A source for the search in a company's or contact's “Details”."),
                "crm/requisites-autocomplete/requisite-autocomplete",
            ),
            Place(
                "CRM_BANK_DETAIL_AUTOCOMPLETE",
                message("Bank details"),
                message("A source for the search in the form for bank details."),
                "crm/requisites-autocomplete/bank-detail-autocomplete",
                (
                    _QUERY,
                    CallKey("eid", "6591", message("The number of the client whose bank details are entered.")),
                    CallKey(
                        "external_context_id", "example", message("Names the form that the widget was opened from.")
                    ),
                ),
            ),
        ),
        message("A source for the search while somebody enters a company's details."),
        "placements",
        Permission.CRM,
        options=(Option("countries", message("Countries (their numbers)"), NUMBERS),),
        call=(_QUERY,),
    ),
)
