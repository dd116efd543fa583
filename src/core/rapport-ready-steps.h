/* rapport-ready-steps.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The running order of a workshop for any map: who is here, what goes between them, what is given, who can decide,
 * influence, the four tensions, the aim, responses, close.
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

GPtrArray *rapport_ready_steps_new (RapportMap *map);

G_END_DECLS
