/* rapport-close-box.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-close-box.h"

#include "rapport-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rapport-element-words.h"
#include "rapport-form-row.h"
#include "rapport-summary.h"

struct _RapportCloseBox
{
  GtkBox parent_instance;

  /* Owned */
  RapportSession *session; /* nullable */
  GSignalGroup *session_signals;
  GSignalGroup *history_signals;
  GPtrArray *rows;         /* of borrowed form rows */
  char *shown;             /* nullable: the ids that the rows are for */

  /* Children */
  GtkLabel *read_back;
  GtkWidget *agreed;
  GtkWidget *responses;
};

G_DEFINE_FINAL_TYPE (RapportCloseBox, rapport_close_box, GTK_TYPE_BOX)

/* --- What is read back --- */

static void
say (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
}

static void
say_count (GString *text, const char *format, guint a, guint b)
{
  g_autofree char *sentence = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format, a, b);
#pragma GCC diagnostic pop
  say (text, sentence);
}

/* “31 of 31” is a sum to do while people listen: what was said of all is said so. */
static void
say_stakeholders (GString *text, const RapportSummary *sum)
{
  if (sum->influence_discussed == sum->stakeholders && sum->stakeholders > 1)
    say_count (text, ngettext ("%u stakeholder, whose influence was discussed.",
                               "%u stakeholders, all with their influence discussed.", sum->stakeholders),
               sum->stakeholders, 0);
  else
    say_count (text, ngettext ("%u stakeholder, %u of them with their influence discussed.",
                               "%u stakeholders, %u of them with their influence discussed.", sum->stakeholders),
               sum->stakeholders, sum->influence_discussed);
}

static void
say_gives (GString *text, const RapportSummary *sum)
{
  if (sum->links == 0)
    say (text, _("No links."));
  else if (sum->gives_discussed == sum->links && sum->links > 1)
    say_count (text, ngettext ("%u link, on which what is given was discussed.",
                               "%u links; what is given was discussed on all of them.", sum->links), sum->links, 0);
  else
    say_count (text, ngettext ("%u link; what is given was discussed on %u.",
                               "%u links; what is given was discussed on %u.", sum->links),
               sum->links, sum->gives_discussed);
}

static void
say_power (GString *text, const RapportSummary *sum)
{
  if (sum->links == 0)
    return;
  if (sum->power_discussed == sum->links && sum->links > 1)
    say (text, _("Who can decide or say no was discussed on all links."));
  else
    say_count (text, ngettext ("Of %u link, who can decide or say no was discussed on %u.",
                               "Of %u links, who can decide or say no was discussed on %u.", sum->links),
               sum->links, sum->power_discussed);
}

static guint
count_marks (RapportSession *session)
{
  RapportElementList *marks = rapport_map_get_list (rapport_session_get_map (session), RAPPORT_LIST_MARKS);
  const char *phase = rapport_lens_get_phase (rapport_session_get_lens (session));
  guint n = 0;

  for (GSequenceIter *iter = rapport_element_list_first (marks); iter != NULL; iter = rapport_element_list_next (iter))
    {
      const char *when = rapport_element_get_text (g_sequence_get (iter), "phase");

      n += when == NULL || g_strcmp0 (when, phase) == 0;
    }
  return n;
}

/* Returns: (transfer full): what was said about the time on show, and what was not, to be read out */
char *
rapport_close_read_back (RapportSession *session)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  const char *phase = rapport_lens_get_phase (lens);
  RapportSummary sum;
  guint marks = count_marks (session);
  GString *text;

  /* As after every time was deleted: nobody stands on the map then. */
  if (phase == NULL)
    return g_strdup (_("Nobody is on the map."));
  sum = rapport_summary_make (rapport_session_get_map (session), phase, rapport_lens_get_perspective (lens));
  text = g_string_new (NULL);
  say_stakeholders (text, &sum);
  say_gives (text, &sum);
  say_power (text, &sum);
  if (sum.differing > 0)
    say_count (text, ngettext ("Views differ on %u link.", "Views differ on %u links.", sum.differing), sum.differing, 0);
  say_count (text, ngettext ("A tension is felt in %u place.", "Tensions are felt in %u places.", marks), marks, 0);
  return g_string_free (text, FALSE);
}

/* --- The rows --- */

static void
clear (GtkWidget *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), child);
}

static GtkWidget *
new_form_row (RapportCloseBox *self, RapportElement *element, const char *property)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *row;

  g_ptr_array_add (elements, g_object_ref (element));
  row = rapport_form_row_new (rapport_form_field_new (self->session, elements,
                                                      rapport_element_find_property (element, property), NULL, NULL),
                              NULL, NULL);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_response (RapportCloseBox *self, RapportElement *response)
{
  static const char *const fields[] = { "status", "by", "look-again", "level" };
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *what = rapport_element_words_name (response);
  const char *when = rapport_element_get_text (response, "look-again");
  /* Translators: %s is a date. */
  g_autofree char *again = when != NULL ? g_strdup_printf (_("Looked at again: %s"), when)
                                        : g_strdup (_("No day yet on which it is looked at again"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), again);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_form_row (self, response, fields[i]));
  gtk_list_box_append (GTK_LIST_BOX (self->responses), row);
}

/* Returns: (nullable) (transfer none): the time on show */
static RapportElement *
get_phase (RapportCloseBox *self)
{
  const char *id = rapport_lens_get_phase (rapport_session_get_lens (self->session));

  return id != NULL ? rapport_map_lookup (rapport_session_get_map (self->session), id) : NULL;
}

static void
fill (RapportCloseBox *self)
{
  static const char *const fields[] = { "standing", "agreed", "people" };
  RapportElementList *responses
      = rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_RESPONSES);
  RapportElement *phase = get_phase (self);

  g_ptr_array_set_size (self->rows, 0);
  clear (self->agreed);
  clear (self->responses);
  for (guint i = 0; phase != NULL && i < G_N_ELEMENTS (fields); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->agreed), new_form_row (self, phase, fields[i]));
  for (GSequenceIter *iter = rapport_element_list_first (responses); iter != NULL;
       iter = rapport_element_list_next (iter))
    add_response (self, g_sequence_get (iter));
  gtk_widget_set_visible (self->responses, rapport_element_list_get_length (responses) > 0);
}

/* Returns: (transfer full): what the rows would be for now */
static char *
list_ids (RapportCloseBox *self)
{
  RapportElementList *responses
      = rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_RESPONSES);
  RapportElement *phase = get_phase (self);
  GString *ids = g_string_new (phase != NULL ? rapport_element_get_id (phase) : "");

  for (GSequenceIter *iter = rapport_element_list_first (responses); iter != NULL;
       iter = rapport_element_list_next (iter))
    g_string_append_printf (ids, " %s", rapport_element_get_id (g_sequence_get (iter)));
  return g_string_free (ids, FALSE);
}

/* Fields that are there already keep the keyboard. While nobody sees them they are left as they are: those of all
 * responses have some hundred rows to choose from, and a map is changed often. */
static void
update (RapportCloseBox *self)
{
  g_autofree char *ids = NULL, *text = NULL;

  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  text = rapport_close_read_back (self->session);
  gtk_label_set_text (self->read_back, text);
  ids = list_ids (self);
  if (g_strcmp0 (ids, self->shown) == 0)
    {
      for (guint i = 0; i < self->rows->len; i++)
        rapport_form_row_refresh (g_ptr_array_index (self->rows, i));
      return;
    }
  g_free (self->shown);
  self->shown = g_steal_pointer (&ids);
  fill (self);
}

/* --- What it is made of --- */

static void
add_heading (RapportCloseBox *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (self), label);
}

static GtkWidget *
add_list (RapportCloseBox *self, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self), list);
  return list;
}

static void
add_action (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
}

static void
rapport_close_box_dispose (GObject *object)
{
  RapportCloseBox *self = RAPPORT_CLOSE_BOX (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (rapport_close_box_parent_class)->dispose (object);
}

static void
rapport_close_box_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rapport_close_box_parent_class)->map (widget);
  update (RAPPORT_CLOSE_BOX (widget));
}

static void
rapport_close_box_class_init (RapportCloseBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_close_box_dispose;
  GTK_WIDGET_CLASS (klass)->map = rapport_close_box_map;
}

static void
rapport_close_box_init (RapportCloseBox *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->rows = g_ptr_array_new ();
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (update), self);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (update), self);
  add_heading (self, _("Read back"));
  self->read_back = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->read_back, TRUE);
  gtk_label_set_xalign (self->read_back, 0);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->read_back));
  add_heading (self, _("Agreed in the room"));
  add_action (GTK_WIDGET (self), _("Agreed in the room…"), "win.agree");
  self->agreed = add_list (self, _("Agreed in the room"));
  add_heading (self, _("Who does what, and when we look again"));
  self->responses = add_list (self, _("Responses"));
  add_heading (self, _("What is shared"));
  add_action (buttons, _("Copy for partners…"), "win.sharing-copy");
  add_action (buttons, _("Pictures, steps, notes…"), "win.export");
  gtk_box_append (GTK_BOX (self), buttons);
}

GtkWidget *
rapport_close_box_new (void)
{
  return g_object_new (RAPPORT_TYPE_CLOSE_BOX, NULL);
}

/* @session: (nullable) */
void
rapport_close_box_set_session (RapportCloseBox *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_CLOSE_BOX (self));
  if (!g_set_object (&self->session, session))
    return;
  g_clear_pointer (&self->shown, g_free);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals, session != NULL ? rapport_session_get_history (session) : NULL);
  update (self);
}
