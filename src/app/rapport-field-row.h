/* rapport-field-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/* What a row edits: a property of an element, or a field of its reading in one phase and perspective. */
typedef struct
{
  RapportElement *element;
  const RapportProperty *property;
  const char *phase;       /* nullable: a property */
  const char *perspective; /* nullable */
} RapportFieldPlace;

GtkWidget *rapport_field_row_new     (RapportSession *session, const RapportFieldPlace *place,
                                      const char *title);
void       rapport_field_row_refresh (GtkWidget *row);

G_END_DECLS
