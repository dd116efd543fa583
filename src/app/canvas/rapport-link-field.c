/* rapport-link-field.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-link-field.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-answer-entry.h"
#include "rapport-element-words.h"
#include "rapport-name-match.h"
#include "rapport-stakeholder.h"

#define MOST_ROWS 6
#define WIDTH_CHARS 28

struct _RapportLinkField
{
  GtkBox parent_instance;

  RapportSession *session; /* owned */
  RapportMap *map; /* owned */
  char *from;      /* owned: who is linked; is not offered */
  GtkEntry *entry;
  GtkListBox *list;
  gboolean over;
};

G_DEFINE_FINAL_TYPE (RapportLinkField, rapport_link_field, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_NAMED,
  SIGNAL_GIVEN_UP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_text (RapportLinkField *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

/* @id: (nullable): NULL for somebody new */
static void
append_row (RapportLinkField *self, const char *words, const char *sector, const char *id)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (sector != NULL)
    {
      GtkWidget *label = gtk_label_new (sector);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
append_element (RapportLinkField *self, RapportElement *element)
{
  g_autofree char *name = rapport_element_words_seen (self->session, element);

  append_row (self, name,
              rapport_map_get_sector_name (self->map, rapport_element_get_text (element, "sector")),
              rapport_element_get_id (element));
}

static void
changed_cb (RapportLinkField *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (GPtrArray) found = rapport_name_match_list (self->map, text, MOST_ROWS + 1);
  guint n = 0;
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < found->len && n < MOST_ROWS; i++)
    if (g_strcmp0 (rapport_element_get_id (g_ptr_array_index (found, i)), self->from) != 0)
      {
        append_element (self, g_ptr_array_index (found, i));
        n++;
      }
  if (n == 0 && *text != '\0')
    {
      /* Translators: %s is a name that was typed. */
      g_autofree char *words = g_strdup_printf (_("Add “%s” and link it"), text);

      append_row (self, words, NULL, NULL);
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
give_up (RapportLinkField *self)
{
  if (self->over)
    return;
  self->over = TRUE;
  g_signal_emit (self, signals[SIGNAL_GIVEN_UP], 0);
}

static void
choose (RapportLinkField *self, GtkListBoxRow *row)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *id = NULL;

  if (self->over || row == NULL)
    return;
  id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));
  self->over = TRUE;
  if (id != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
  else
    g_signal_emit (self, signals[SIGNAL_NAMED], 0, text);
}

static void
activated_cb (RapportLinkField *self)
{
  choose (self, gtk_list_box_get_selected_row (self->list));
}

static void
step (RapportLinkField *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int i = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  row = gtk_list_box_get_row_at_index (self->list, MAX (0, i + by));
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

static gboolean
key_cb (RapportLinkField *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Escape)
    give_up (self);
  else if (key == GDK_KEY_Up)
    step (self, -1);
  else if (key == GDK_KEY_Down)
    step (self, 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
left_idle_cb (gpointer data)
{
  give_up (data);
  return G_SOURCE_REMOVE;
}

static void
left_cb (RapportLinkField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!self->over && GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, left_idle_cb, g_object_ref (self), g_object_unref);
}

static void
rapport_link_field_finalize (GObject *object)
{
  RapportLinkField *self = RAPPORT_LINK_FIELD (object);

  g_object_unref (self->map);
  g_object_unref (self->session);
  g_free (self->from);

  G_OBJECT_CLASS (rapport_link_field_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, gboolean has_text)
{
  return has_text ? g_signal_new (name, RAPPORT_TYPE_LINK_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING)
                  : g_signal_new (name, RAPPORT_TYPE_LINK_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
rapport_link_field_class_init (RapportLinkFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_link_field_finalize;
  signals[SIGNAL_CHOSEN] = add_signal ("chosen", TRUE);
  signals[SIGNAL_NAMED] = add_signal ("named", TRUE);
  signals[SIGNAL_GIVEN_UP] = add_signal ("given-up", FALSE);
}

static void
rapport_link_field_init (RapportLinkField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "link-field");
  self->entry = GTK_ENTRY (rapport_answer_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_entry_set_placeholder_text (self->entry, _("Link to… (or click them)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Link to"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  /* The keyboard stays in the entry. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (choose), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* @from: the id of who is to be linked */
GtkWidget *
rapport_link_field_new (RapportSession *session, const char *from)
{
  RapportLinkField *self = g_object_new (RAPPORT_TYPE_LINK_FIELD, NULL);

  self->session = g_object_ref (session);
  self->map = g_object_ref (rapport_session_get_map (session));
  self->from = g_strdup (from);
  changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * rapport_link_field_choose:
 * @self: a field that is open
 * @id: of somebody who was pointed at instead of named
 *
 * Returns: whether it is somebody whom a link can lead to; @self may be gone then
 */
gboolean
rapport_link_field_choose (RapportLinkField *self, const char *id)
{
  RapportElement *element;

  g_return_val_if_fail (RAPPORT_IS_LINK_FIELD (self) && id != NULL, FALSE);
  element = rapport_map_lookup (self->map, id);
  if (self->over || element == NULL || !RAPPORT_IS_STAKEHOLDER (element) || g_str_equal (id, self->from))
    return FALSE;
  self->over = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
  return TRUE;
}

/* Takes the keyboard. */
void
rapport_link_field_start (RapportLinkField *self)
{
  g_return_if_fail (RAPPORT_IS_LINK_FIELD (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
