/* rapport-inspector-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the inspector shares with the forms of the types and of the map.
 */
#pragma once

#include <adwaita.h>

#include "rapport-form-field.h"
#include "rapport-inspector.h"

G_BEGIN_DECLS

struct _RapportInspector
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box;
  RapportSession *session; /* nullable */
  GPtrArray *rows;         /* of borrowed form rows */
  GtkWidget *presence;     /* nullable, borrowed */
  guint idle;              /* until another form is made */
  char *shown;             /* nullable: what the form is made for; another one needs another form */
  GSignalGroup *selection_signals;
  GSignalGroup *history_signals;
  GSignalGroup *session_signals;
};

AdwPreferencesGroup *_rapport_inspector_add_group (RapportInspector *self, const char *title,
                                                   const char *description);
void                 _rapport_inspector_add_field (RapportInspector *self, gpointer parent, GPtrArray *elements,
                                                   const char *name);
void                 _rapport_inspector_take      (gpointer parent, GtkWidget *row);

GtkWidget  *_rapport_inspector_new_row (RapportFormField *field);
const char *_rapport_inspector_describe (RapportElement *element, const char *phase);

void _rapport_inspector_show_elements (RapportInspector *self, GPtrArray *elements);
void _rapport_inspector_show_map      (RapportInspector *self);

G_END_DECLS
