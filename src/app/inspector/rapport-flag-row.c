/* rapport-flag-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-flag-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

struct _RapportFlagRow
{
  RapportFormRow parent_instance;

  GtkSwitch *toggle; /* owned by the widget tree */
};

G_DEFINE_FINAL_TYPE (RapportFlagRow, rapport_flag_row, RAPPORT_TYPE_FORM_ROW)

static void
switched_cb (RapportFlagRow *self)
{
  RapportFormRow *row = RAPPORT_FORM_ROW (self);
  gboolean active = gtk_switch_get_active (self->toggle);

  if (!rapport_form_row_is_refreshing (row))
    rapport_form_field_set (rapport_form_row_get_field (row), active ? g_variant_new_boolean (TRUE) : NULL,
                            FALSE);
}

static void
rapport_flag_row_fill (RapportFormRow *row)
{
  RapportFlagRow *self = RAPPORT_FLAG_ROW (row);

  self->toggle = GTK_SWITCH (gtk_switch_new ());
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  _rapport_form_row_take_suffix (row, GTK_WIDGET (self->toggle));
}

static void
rapport_flag_row_refresh (RapportFormRow *row)
{
  RapportFlagRow *self = RAPPORT_FLAG_ROW (row);
  gboolean mixed;
  g_autoptr (GVariant) value = rapport_form_field_get (rapport_form_row_get_field (row), &mixed);

  gtk_switch_set_active (self->toggle, value != NULL);
  _rapport_form_row_set_state (row, mixed ? _("Mixed") : NULL);
}

static void
rapport_flag_row_class_init (RapportFlagRowClass *klass)
{
  RAPPORT_FORM_ROW_CLASS (klass)->fill = rapport_flag_row_fill;
  RAPPORT_FORM_ROW_CLASS (klass)->refresh = rapport_flag_row_refresh;
}

static void
rapport_flag_row_init (RapportFlagRow *self)
{
}

GtkWidget *
rapport_flag_row_new (void)
{
  return g_object_new (RAPPORT_TYPE_FLAG_ROW, NULL);
}
