/* rapport-link.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportLink:
 * What two stakeholders have with one another. Its order only names the sides.
 */
#define RAPPORT_TYPE_LINK (rapport_link_get_type ())
G_DECLARE_FINAL_TYPE (RapportLink, rapport_link, RAPPORT, LINK, RapportElement)

RapportElement *rapport_link_new (const char *id);
const char     *rapport_link_get_a (RapportLink *self);
const char     *rapport_link_get_b (RapportLink *self);
const char     *rapport_link_get_relation (RapportLink *self);
const char     *rapport_link_get_end   (RapportLink *self, RapportSide side);

G_END_DECLS
