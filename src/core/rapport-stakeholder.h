/* rapport-stakeholder.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportStakeholder:
 * An organisation, group, role or shared structure that takes part, or should. Never a named person.
 */
#define RAPPORT_TYPE_STAKEHOLDER (rapport_stakeholder_get_type ())
G_DECLARE_FINAL_TYPE (RapportStakeholder, rapport_stakeholder, RAPPORT, STAKEHOLDER, RapportElement)

RapportElement *rapport_stakeholder_new (const char *id);
const char     *rapport_stakeholder_get_sector (RapportStakeholder *self);
const char     *rapport_stakeholder_get_kind (RapportStakeholder *self);
const char     *rapport_stakeholder_get_parent (RapportStakeholder *self);
const char     *rapport_stakeholder_get_spans (RapportStakeholder *self);
const char     *rapport_stakeholder_get_label (RapportStakeholder *self);
const char     *rapport_stakeholder_get_short_label (RapportStakeholder *self);
const char     *rapport_stakeholder_get_other_label (RapportStakeholder *self);
gboolean        rapport_stakeholder_is_structure (RapportStakeholder *self);

G_END_DECLS
