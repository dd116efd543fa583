/* holders.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who still holds an object that should be gone: where in this process's memory its address stands.
 */
#pragma once

#include <glib-object.h>

void holders_tell (GObject *object);
