// The desk's script. Every page of the desk works without it; each module
// looks for its own markup and does nothing where there is none.

import { startKeys } from "./keys.js";
import { startReader } from "./select.js";
import { startForms } from "./form.js";
import { keepTyped } from "./keep.js";
import { startCounters } from "./counter.js";
import { startRows } from "./rows.js";
import { startMenus } from "./menu.js";
import { startShow } from "./show.js";
import { startStay } from "./stay.js";
import { startReading } from "./reading.js";

keepTyped();
startForms();
startCounters();
startRows();
startMenus();
startShow();
startKeys();
startStay();
startReading();
startReader();
