"""Every state of the window, as scenes: ways through it with stops at which there is something to look at.

Pictures are taken at the stops (``python -m tests.tour --states FOLDER``), and the tests look there for clipped texts,
forgotten translations and letters that are given twice. A new dialog joins by a stop of its own in one of the scenes.
"""

from tests.scenes.beginning import CONNECTING, FIRST_MINUTES
from tests.scenes.checks import CHECKS
from tests.scenes.dialogs import DIALOGS
from tests.scenes.doing import DOING
from tests.scenes.fleet import FLEET
from tests.scenes.helping import HELPING
from tests.scenes.stage import Scene
from tests.scenes.trouble import TROUBLE
from tests.scenes.working import WORKING

SCENES: tuple[Scene, ...] = (
    *FIRST_MINUTES,
    *CONNECTING,
    *WORKING,
    *TROUBLE,
    *DOING,
    *CHECKS,
    *FLEET,
    *DIALOGS,
    *HELPING,
)
"""In the order of the pictures."""
