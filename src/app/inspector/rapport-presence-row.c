/* rapport-presence-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-presence-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

struct _RapportPresenceRow
{
  AdwActionRow parent_instance;

  GtkSwitch *toggle; /* owned by the widget tree */

  /* Owned */
  RapportSession *session;
  GPtrArray *elements; /* of owned */
  char *phase;

  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (RapportPresenceRow, rapport_presence_row, ADW_TYPE_ACTION_ROW)

/* Everything that was said of it at that time goes, of the views as well. */
static void
take_out (RapportPresenceRow *self, RapportTransaction *transaction, RapportElement *element)
{
  guint n;
  const RapportHeldReading *held = rapport_element_list_readings (element, &n);
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (held[i].phase, self->phase) == 0 && held[i].perspective != NULL)
      g_ptr_array_add (views, g_strdup (held[i].perspective));
  for (guint i = 0; i < views->len; i++)
    rapport_transaction_set_reading (transaction, element, self->phase, g_ptr_array_index (views, i), NULL);
  rapport_transaction_set_reading (transaction, element, self->phase, NULL, NULL);
}

static void
set_present (RapportPresenceRow *self, gboolean present)
{
  RapportTransaction *transaction
      = rapport_history_begin (rapport_session_get_history (self->session),
                               present ? _("Put into this time") : _("Take out of this time"), NULL);

  for (guint i = 0; i < self->elements->len; i++)
    {
      RapportElement *element = g_ptr_array_index (self->elements, i);
      g_autoptr (RapportReading) empty
          = rapport_reading_new (rapport_element_get_reading_kind (element));

      if (!present)
        take_out (self, transaction, element);
      else if (!rapport_element_is_in_phase (element, self->phase))
        rapport_transaction_set_reading (transaction, element, self->phase, NULL, empty);
    }
  rapport_transaction_commit (transaction);
}

static gboolean
can_set (RapportPresenceRow *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    if (rapport_element_get_map (g_ptr_array_index (self->elements, i)) == NULL)
      return FALSE;
  return !rapport_session_is_read_only (self->session);
}

static void
switched_cb (RapportPresenceRow *self)
{
  if (!self->refreshing && can_set (self))
    set_present (self, gtk_switch_get_active (self->toggle));
}

static void
rapport_presence_row_finalize (GObject *object)
{
  RapportPresenceRow *self = RAPPORT_PRESENCE_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_clear_pointer (&self->phase, g_free);

  G_OBJECT_CLASS (rapport_presence_row_parent_class)->finalize (object);
}

static void
rapport_presence_row_class_init (RapportPresenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_presence_row_finalize;
}

static void
rapport_presence_row_init (RapportPresenceRow *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("There at this time"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("There at this time"), -1);
}

/* @elements: (element-type RapportElement): of which something is judged; @phase: the id of a time */
GtkWidget *
rapport_presence_row_new (RapportSession *session, GPtrArray *elements, const char *phase)
{
  RapportPresenceRow *self = g_object_new (RAPPORT_TYPE_PRESENCE_ROW, NULL);

  self->session = g_object_ref (session);
  self->elements = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < elements->len; i++)
    g_ptr_array_add (self->elements, g_object_ref (g_ptr_array_index (elements, i)));
  self->phase = g_strdup (phase);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !rapport_session_is_read_only (session));
  rapport_presence_row_refresh (self);
  return GTK_WIDGET (self);
}

void
rapport_presence_row_refresh (RapportPresenceRow *self)
{
  gboolean there = TRUE;

  for (guint i = 0; i < self->elements->len; i++)
    there &= rapport_element_is_in_phase (g_ptr_array_index (self->elements, i), self->phase);
  self->refreshing = TRUE;
  gtk_switch_set_active (self->toggle, there);
  self->refreshing = FALSE;
}
