/* rapport-region.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportRegion:
 * A named set of stakeholders and links that marks can point to.
 */
#define RAPPORT_TYPE_REGION (rapport_region_get_type ())
G_DECLARE_FINAL_TYPE (RapportRegion, rapport_region, RAPPORT, REGION, RapportElement)

RapportElement *rapport_region_new (const char *id);
const char     *rapport_region_get_name (RapportRegion *self);
const char     *rapport_region_get_members (RapportRegion *self);

G_END_DECLS
