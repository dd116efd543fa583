/* rapport-property-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-property.h"

G_BEGIN_DECLS

char *_rapport_property_clean_text (const RapportProperty *property, const char *text, gsize length);

/* The place of the field in the structure that the table describes. */
static inline gpointer
_rapport_field_at (const RapportProperty *property, gconstpointer record)
{
  return (char *) record + property->offset;
}

G_END_DECLS
