/* rapport-capture-box.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-capture-box.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-edits.h"
#include "rapport-element-words.h"
#include "rapport-mark.h"
#include "rapport-response.h"
#include "rapport-tension.h"

/* So many of the last ones are told again. */
#define LAST 8

struct _RapportCaptureBox
{
  GtkBox parent_instance;

  /* Owned */
  RapportSession *session; /* nullable */
  GSignalGroup *session_signals;
  GSignalGroup *selection_signals;
  GSignalGroup *history_signals;

  /* Children */
  GtkWidget *entry;
  GtkLabel *target;
  GtkLabel *last;
};

G_DEFINE_FINAL_TYPE (RapportCaptureBox, rapport_capture_box, GTK_TYPE_BOX)

/* --- What it does --- */

static gboolean
is_on_selection (RapportSession *session, RapportElement *mark)
{
  RapportSelection *selection = rapport_session_get_selection (session);
  g_autoptr (GPtrArray) targets = rapport_map_list_targets (rapport_session_get_map (session), mark);

  for (guint i = 0; i < targets->len; i++)
    if (rapport_selection_contains (selection, rapport_element_get_id (g_ptr_array_index (targets, i))))
      return TRUE;
  return FALSE;
}

/* 0: another tension or another time; above that, the more the nearer. */
static guint
rate (RapportSession *session, RapportElement *mark, guint tension)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  const char *phase = rapport_mark_get_phase (RAPPORT_MARK (mark));

  if (rapport_selection_contains (rapport_session_get_selection (session), rapport_element_get_id (mark)))
    return 3;
  if (phase != NULL && g_strcmp0 (phase, rapport_lens_get_phase (lens)) != 0)
    return 0;
  if (tension != 0 && rapport_tension_find (rapport_mark_get_tension (RAPPORT_MARK (mark))) != tension)
    return 0;
  if (is_on_selection (session, mark))
    return 2;
  return tension != 0;
}

/**
 * rapport_capture_find_mark:
 *
 * Returns: (nullable) (transfer none): what people are talking about: the tension that is selected, else one that is felt
 *   on what is selected, else the first of the tension on show
 */
RapportElement *
rapport_capture_find_mark (RapportSession *session)
{
  RapportElementList *marks = rapport_map_get_list (rapport_session_get_map (session), RAPPORT_LIST_MARKS);
  guint tension = rapport_tension_first_shown (rapport_session_get_lens (session)), best = 0;
  RapportElement *found = NULL;

  for (GSequenceIter *iter = rapport_element_list_first (marks); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      guint nearness = rate (session, g_sequence_get (iter), tension);

      if (nearness > best)
        {
          best = nearness;
          found = g_sequence_get (iter);
        }
    }
  return found;
}

/**
 * rapport_capture_add:
 * @what: as it was said
 *
 * Returns: (nullable) (transfer none): the id of the new response; %NULL where nothing was said, or nothing may be changed
 */
const char *
rapport_capture_add (RapportSession *session, const char *what)
{
  RapportMap *map = rapport_session_get_map (session);
  RapportElement *mark = rapport_capture_find_mark (session);
  g_autofree char *clean = g_strstrip (g_strdup (what)), *id = NULL;
  g_autoptr (RapportElement) response = NULL;
  RapportTransaction *transaction;

  if (*clean == '\0' || !rapport_edits_are_possible (session))
    return NULL;
  id = rapport_map_make_id (map, 'p');
  response = rapport_response_new (id);
  rapport_element_init_text (response, "what", clean);
  rapport_element_init_text (response, "marks", mark != NULL ? rapport_element_get_id (mark) : NULL);
  rapport_element_init_text (response, "status", "idea");
  rapport_element_init_text (response, "level", "facilitator");
  transaction = rapport_history_begin (rapport_session_get_history (session), _("Add a response"), NULL);
  rapport_transaction_insert (transaction, response,
                              rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_RESPONSES)));
  rapport_transaction_commit (transaction);
  return rapport_element_get_id (response);
}

/* --- The widget --- */

static void
show_target (RapportCaptureBox *self)
{
  RapportElement *mark = rapport_capture_find_mark (self->session);
  g_autofree char *name = mark != NULL ? rapport_element_words_name (mark) : NULL;
  g_autofree char *words = name != NULL ? g_strdup_printf (_("Answers “%s”"), name)
                                        : g_strdup (_("Answers no tension: select one, or put one on show"));

  gtk_label_set_text (self->target, words);
}

static void
show_last (RapportCaptureBox *self)
{
  RapportElementList *list
      = rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_RESPONSES);
  guint n = rapport_element_list_get_length (list);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = n; i > 0 && i + LAST > n; i--)
    {
      const char *what = rapport_element_get_text (rapport_element_list_peek (list, i - 1), "what");

      g_string_append_printf (words, "%s• %s", words->len > 0 ? "\n" : "", what != NULL ? what : "");
    }
  gtk_label_set_text (self->last, words->str);
}

static void
update (RapportCaptureBox *self)
{
  if (self->session == NULL)
    return;
  show_target (self);
  show_last (self);
}

static void
entered_cb (RapportCaptureBox *self)
{
  if (self->session != NULL
      && rapport_capture_add (self->session, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
rapport_capture_box_dispose (GObject *object)
{
  RapportCaptureBox *self = RAPPORT_CAPTURE_BOX (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rapport_capture_box_parent_class)->dispose (object);
}

static void
rapport_capture_box_class_init (RapportCaptureBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_capture_box_dispose;
}

static GtkLabel *
add_label (RapportCaptureBox *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
rapport_capture_box_init (RapportCaptureBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("What will we try? Who, and when again?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("A response"), -1);
  gtk_box_append (GTK_BOX (self), self->entry);
  self->target = add_label (self, "caption");
  self->last = add_label (self, "body");
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (update), self);
  self->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (update), self);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (update), self);
}

GtkWidget *
rapport_capture_box_new (void)
{
  return g_object_new (RAPPORT_TYPE_CAPTURE_BOX, NULL);
}

/* @session: (nullable) */
void
rapport_capture_box_set_session (RapportCaptureBox *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_CAPTURE_BOX (self));
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? rapport_session_get_selection (session) : NULL);
  g_signal_group_set_target (self->history_signals, session != NULL ? rapport_session_get_history (session) : NULL);
  update (self);
}
