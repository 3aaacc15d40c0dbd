"""Placements of the portal as a whole and of the app itself, and those that other methods than a bind set."""

from __future__ import annotations

from bxdesk.messages import message
from bxdesk.placements.codes import BACKGROUND_WORKER
from bxdesk.placements.families.record import CallKey, Family, OtherMethod, Place
from bxdesk.placements.options import ADDRESS, Option
from bxdesk.placements.permissions import Permission

APPLICATION: tuple[Family, ...] = (
    Family(
        "main_menu",
        message("Main menu"),
        (Place("LEFT_MENU"),),
        message("An entry of the group “Applications” in the portal's main menu."),
        "left-menu",
    ),
    Family(
        "bi",
        message("BI analytics menu"),
        (Place("BI_ANALYTICS_MENU"),),
        message(
            "The last entry of the group “BI analytics” in CRM analytics. The portal opens the handler without "
            "telling it anything."
        ),
        "crm/bi-analytics-menu",
    ),
    Family(
        "app_address",
        message("The app's own address"),
        (Place("REST_APP_URI"),),
        message(
            "Nowhere by itself: it opens when somebody follows a link “/marketplace/view/…/” in a message, comment or "
            "task. For “…” stands the app's client ID."
        ),
        "universal/app-url",
        call=(
            CallKey("docId", "42", message("Whatever stands in the link as “params[…]”, by the name it has there.")),
        ),
        one_per_app=True,
    ),
    Family(
        "background_worker",
        message("Background worker"),
        (Place(BACKGROUND_WORKER),),
        message(
            "Nowhere: it runs unseen on every page of the portal. The portal removes one that takes longer than five "
            "seconds to answer more than ten times a day."
        ),
        "universal/background-worker",
        options=(Option("errorHandlerUrl", message("Address that is told of errors"), ADDRESS, required=True),),
        call=(CallKey("ID", BACKGROUND_WORKER, message("The placement once more.")),),
        one_per_app=True,
    ),
    Family(
        "connector",
        message("Settings of an Open Channel connector"),
        (Place("SETTING_CONNECTOR"),),
        message(
            "The page that opens when somebody connects a channel in the Contact Center. Nobody sees it before the app "
            "has registered its connector with the same address (imconnector.register)."
        ),
        "setting-connector",
        Permission.IMOPENLINES,
        call=(
            CallKey("CONNECTOR", "my_connector", message("The connector, by the name the app gave it.")),
            CallKey("LINE", "3", message("The number of the Open Channel.")),
            CallKey("ACTIVE_STATUS", True, message("Whether the connector is switched on for this channel.")),
            CallKey("CONNECTION_STATUS", False, message("Whether the service outside is connected.")),
            CallKey("REGISTER_STATUS", False, message("Whether the channel is registered with that service.")),
            CallKey("ERROR_STATUS", False, message("Whether the connector has an error.")),
            CallKey("STATUS", False, message("Whether all of it works.")),
        ),
    ),
    Family(
        "user_field",
        message("Custom field type"),
        (Place("USERFIELD_TYPE"),),
        message(
            "Inside a field of a CRM card: the app shows the value and takes it in. The portal sets it when the app "
            "registers its type of field; it cannot be bound by hand."
        ),
        "user-field/index",
        call=(
            CallKey("MODE", "edit", message("Whether the field is shown or edited: view or edit.")),
            CallKey("ENTITY_ID", "CRM_DEAL", message("The kind of card that the field is in.")),
            CallKey("FIELD_NAME", "UF_CRM_RATING", message("The field.")),
            CallKey("ENTITY_VALUE_ID", "6591", message("The number of the CRM object; 0 in a new card.")),
            CallKey("VALUE", "5", message("What is in the field; a list where it takes several values.")),
            CallKey("MULTIPLE", "N", message("Whether it takes several values: Y or N.")),
            CallKey("MANDATORY", "N", message("Whether it must be filled in: Y or N.")),
            CallKey("XML_ID", "", message("The field's name in another system, if it has one.")),
        ),
        set_by=OtherMethod(
            message("The portal sets it when a field type is registered (userfieldtype.add)."),
            message("Register the field type from your application."),
        ),
    ),
    Family(
        "landing",
        message("Sites: settings and blocks"),
        (
            Place("LANDING_SETTINGS", message("Settings of a page")),
            Place("LANDING_BLOCK_*", message("Menu of a block")),
        ),
        message("In the editor of sites. The app sets it with its blocks; it cannot be bound by hand."),
        "landings/landing-block",
        Permission.LANDING,
        set_by=OtherMethod(
            message("The portal sets it when blocks are registered (landing.repo.bind)."),
            message("Register the blocks from your application."),
        ),
    ),
)
