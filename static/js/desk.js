// The desk's script. Every page of the desk works without it; each module
// looks for its own markup and does nothing where there is none.

import { startKeys } from "./keys.js";
import { startReader } from "./select.js";
import { startForms } from "./form.js";
import { keepTyped } from "./keep.js";
import { startCounters } from "./counter.js";
import { startRows } from "./rows.js";
import { startBoard } from "./board.js";
import { startMenus } from "./menu.js";
import { startShow } from "./show.js";
import { startStay } from "./stay.js";
import { startMatches } from "./match.js";
import { startMentions } from "./mention.js";
import { startDrafts } from "./draft.js";
import { startPresence } from "./presence.js";
import { startReading } from "./reading.js";
import { startScale } from "./scale.js";

keepTyped();
startForms();
startCounters();
startRows();
startBoard();
startMenus();
startShow();
startKeys();
startStay();
startReading();
startReader();
startMatches();
startScale();
startMentions();
startDrafts();
startPresence();
