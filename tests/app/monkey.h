/* monkey.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hand that does anything to a window: its actions, keys and gestures on the map, whatever widgets are on show.
 */
#pragma once

#include "rapport-window.h"

typedef struct _Monkey Monkey;

Monkey     *monkey_new   (RapportWindow *window, guint32 seed);
void        monkey_free  (Monkey *self);

const char *monkey_act   (Monkey *self);
void        monkey_rest  (Monkey *self);
