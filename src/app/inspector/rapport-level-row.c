/* rapport-level-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-level-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-level-chooser.h"

struct _RapportLevelRow
{
  RapportFormRow parent_instance;

  RapportLevelChooser *chooser; /* owned by the widget tree */
};

G_DEFINE_FINAL_TYPE (RapportLevelRow, rapport_level_row, RAPPORT_TYPE_FORM_ROW)

static void
chosen_cb (RapportLevelRow *self)
{
  RapportFormRow *row = RAPPORT_FORM_ROW (self);

  if (!rapport_form_row_is_refreshing (row))
    rapport_form_field_set (rapport_form_row_get_field (row),
                            g_variant_new_string (rapport_level_chooser_get (self->chooser)), FALSE);
}

static void
rapport_level_row_fill (RapportFormRow *row)
{
  RapportLevelRow *self = RAPPORT_LEVEL_ROW (row);

  self->chooser = RAPPORT_LEVEL_CHOOSER (rapport_level_chooser_new ());
  g_signal_connect_object (self->chooser, "notify::level", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  _rapport_form_row_take_control (row, GTK_WIDGET (self->chooser), NULL);
}

static void
rapport_level_row_refresh (RapportFormRow *row)
{
  RapportLevelRow *self = RAPPORT_LEVEL_ROW (row);
  gboolean mixed;
  g_autoptr (GVariant) value = rapport_form_field_get (rapport_form_row_get_field (row), &mixed);

  rapport_level_chooser_set (self->chooser, value != NULL ? g_variant_get_string (value, NULL) : NULL);
  _rapport_form_row_set_state (row, mixed ? _("Mixed") : NULL);
}

static void
rapport_level_row_class_init (RapportLevelRowClass *klass)
{
  RAPPORT_FORM_ROW_CLASS (klass)->fill = rapport_level_row_fill;
  RAPPORT_FORM_ROW_CLASS (klass)->refresh = rapport_level_row_refresh;
}

static void
rapport_level_row_init (RapportLevelRow *self)
{
}

GtkWidget *
rapport_level_row_new (void)
{
  return g_object_new (RAPPORT_TYPE_LEVEL_ROW, NULL);
}
