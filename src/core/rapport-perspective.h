/* rapport-perspective.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportPerspective:
 * A position from which some things look different: a group, never a person.
 */
#define RAPPORT_TYPE_PERSPECTIVE (rapport_perspective_get_type ())
G_DECLARE_FINAL_TYPE (RapportPerspective, rapport_perspective, RAPPORT, PERSPECTIVE, RapportElement)

RapportElement *rapport_perspective_new (const char *id);
const char     *rapport_perspective_get_name (RapportPerspective *self);
const char     *rapport_perspective_get_sector (RapportPerspective *self);

G_END_DECLS
