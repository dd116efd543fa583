/* rapport-function.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportFunction:
 * A leading function, such as money or direction. Who holds it is a reading, by phase.
 */
#define RAPPORT_TYPE_FUNCTION (rapport_function_get_type ())
G_DECLARE_FINAL_TYPE (RapportFunction, rapport_function, RAPPORT, FUNCTION, RapportElement)

RapportElement *rapport_function_new (const char *id);
const char     *rapport_function_get_name (RapportFunction *self);

G_END_DECLS
