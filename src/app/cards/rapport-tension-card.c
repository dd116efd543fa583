/* rapport-tension-card.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-tension-card.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-level-chooser.h"
#include "rapport-level-words.h"
#include "rapport-tension-more.h"
#include "rapport-tension.h"
#include "rapport-text-box.h"
#include "rapport-whose-view.h"

/* Of what is under "More", in pixels; the rest is scrolled to. */
#define MOST_MORE 285
#define NOTE_WIDTH 270

struct _RapportTensionCard
{
  RapportCard parent_instance;

  /* Owned */
  RapportMarking *marking;  /* nullable: closed */
  GSignalGroup *history_signals;
  GSignalGroup *selection_signals;

  /* Borrowed, while it is open */
  GtkWidget *whose;
  GtkWidget *prompt;
  GtkWidget *notes[2];      /* by pole */
  GtkWidget *level;
  GtkWidget *hint;
  GtkWidget *make;
  GtkWidget *take_off;
  GtkWidget *more;          /* nullable: folded away */

  guint n_prompt;
};

G_DEFINE_FINAL_TYPE (RapportTensionCard, rapport_tension_card, RAPPORT_TYPE_CARD)

static const char *const note_properties[] = { "note-a", "note-b" };

/* --- Following the map --- */

static const char *
get_text (RapportTensionCard *self, const char *property)
{
  RapportElement *mark = rapport_marking_get_mark (self->marking);

  return mark != NULL ? rapport_element_get_text (mark, property) : NULL;
}

/* Asks once, in passing, and blocks nothing. */
static const char *
choose_hint (RapportTensionCard *self)
{
  if (rapport_marking_get_mark (self->marking) == NULL)
    return _("Nothing is on the map yet. Write a note, or say only that it is felt.");
  if (get_text (self, "note-a") == NULL && get_text (self, "note-b") == NULL)
    return _("It has no words yet. What would you tell somebody who was not here?");
  return "";
}

static void
refresh (RapportTensionCard *self)
{
  gboolean made = rapport_marking_get_mark (self->marking) != NULL;
  gboolean possible = rapport_marking_is_possible (self->marking);

  rapport_whose_view_set_element (RAPPORT_WHOSE_VIEW (self->whose), rapport_marking_get_mark (self->marking));
  for (guint i = 0; i < G_N_ELEMENTS (note_properties); i++)
    {
      rapport_text_box_set_text (RAPPORT_TEXT_BOX (self->notes[i]), get_text (self, note_properties[i]));
      gtk_widget_set_sensitive (self->notes[i], possible);
    }
  rapport_level_chooser_set (RAPPORT_LEVEL_CHOOSER (self->level), made ? get_text (self, "level") : "shared");
  gtk_widget_set_visible (self->level, made && !rapport_card_is_for_room (RAPPORT_CARD (self)));
  gtk_widget_set_sensitive (self->level, possible);
  gtk_label_set_text (GTK_LABEL (self->hint), choose_hint (self));
  gtk_widget_set_visible (self->make, !made && possible);
  gtk_widget_set_visible (self->take_off, made && possible);
  if (self->more != NULL)
    rapport_tension_more_refresh (RAPPORT_TENSION_MORE (self->more));
}

static void
committed_cb (RapportTensionCard *self)
{
  gboolean read_only = rapport_session_is_read_only (rapport_marking_get_session (self->marking));

  /* What it was about is gone. */
  if (!read_only && !rapport_marking_is_possible (self->marking))
    rapport_card_close (RAPPORT_CARD (self));
  else
    refresh (self);
}

static void
selection_cb (RapportTensionCard *self)
{
  rapport_card_close (RAPPORT_CARD (self));
}

/* --- What is on it --- */

static void
note_cb (RapportTensionCard *self, GtkWidget *box)
{
  const char *text = rapport_text_box_get_text (RAPPORT_TEXT_BOX (box));

  if (self->marking == NULL)
    return;
  rapport_marking_set (self->marking, note_properties[box == self->notes[1]],
                       *text != '\0' ? g_variant_new_string (text) : NULL);
}

static void
level_cb (RapportTensionCard *self)
{
  rapport_marking_set (self->marking, "level",
                       g_variant_new_string (rapport_level_chooser_get (RAPPORT_LEVEL_CHOOSER (self->level))));
}

static void
make_cb (RapportTensionCard *self)
{
  rapport_marking_make (self->marking);
  /* Who may see it is asked now, too. */
  rapport_card_find_place (RAPPORT_CARD (self));
  gtk_widget_grab_focus (self->notes[0]);
}

static void
take_off_cb (RapportTensionCard *self)
{
  rapport_marking_remove (self->marking);
  rapport_card_leave (RAPPORT_CARD (self));
}

static void
show_prompt (RapportTensionCard *self)
{
  const RapportTension *tension = rapport_tension_get (rapport_marking_get_tension (self->marking));

  gtk_label_set_text (GTK_LABEL (self->prompt), g_dgettext (GETTEXT_PACKAGE, tension->prompts[self->n_prompt]));
}

static void
next_prompt_cb (RapportTensionCard *self)
{
  self->n_prompt = (self->n_prompt + 1) % RAPPORT_N_PROMPTS;
  show_prompt (self);
}

static void
more_cb (RapportTensionCard *self, GtkToggleButton *button)
{
  gboolean unfolded = gtk_toggle_button_get_active (button);
  GtkWidget *box = rapport_card_get_box (RAPPORT_CARD (self));

  gtk_button_set_label (GTK_BUTTON (button), unfolded ? _("Less") : _("More"));
  if (unfolded)
    {
      GtkWidget *scroller = gtk_scrolled_window_new ();

      self->more = rapport_tension_more_new (self->marking);
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_MORE);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->more);
      gtk_box_append (GTK_BOX (box), scroller);
    }
  else if (self->more != NULL)
    {
      gtk_box_remove (GTK_BOX (box), gtk_widget_get_ancestor (self->more, GTK_TYPE_SCROLLED_WINDOW));
      self->more = NULL;
    }
  rapport_card_find_place (RAPPORT_CARD (self));
}

static void
add_heading (RapportTensionCard *self)
{
  guint number = rapport_marking_get_tension (self->marking);
  g_autofree char *digit = g_strdup_printf ("%u", number);
  g_autofree char *where = rapport_marking_describe (self->marking);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *badge = gtk_label_new (digit);
  GtkWidget *name = gtk_label_new (g_dgettext (GETTEXT_PACKAGE, rapport_tension_get (number)->name));
  GtkWidget *under = gtk_label_new (where);

  gtk_widget_add_css_class (badge, "tension-number");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (name, "title");
  gtk_widget_add_css_class (under, "caption");
  gtk_widget_add_css_class (under, "quiet");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (under), 0);
  gtk_label_set_ellipsize (GTK_LABEL (under), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (under), 60);
  gtk_widget_set_tooltip_text (under, where);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), under);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), box);
}

static void
add_prompt (RapportTensionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *next = gtk_button_new_from_icon_name ("go-next-symbolic");

  self->prompt = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->prompt), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->prompt), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->prompt), 60);
  gtk_widget_set_hexpand (self->prompt, TRUE);
  gtk_widget_add_css_class (self->prompt, "prompt");
  gtk_widget_add_css_class (next, "flat");
  gtk_widget_add_css_class (next, "circular");
  gtk_widget_set_valign (next, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (next, _("Another question"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another question"), -1);
  g_signal_connect_object (next, "clicked", G_CALLBACK (next_prompt_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->prompt);
  gtk_box_append (GTK_BOX (box), next);
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), box);
  show_prompt (self);
}

static void
add_notes (RapportTensionCard *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; i < G_N_ELEMENTS (note_properties); i++)
    {
      const char *pole = rapport_level_pole (rapport_marking_get_words (self->marking), (RapportSide) i);
      GtkWidget *label = gtk_label_new (pole);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      self->notes[i] = rapport_text_box_new (pole, NULL);
      gtk_widget_set_size_request (self->notes[i], NOTE_WIDTH, -1);
      g_signal_connect_object (self->notes[i], "changed", G_CALLBACK (note_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), label, (int) i, 0, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), self->notes[i], (int) i, 1, 1, 1);
    }
  rapport_card_stack_if_wide (RAPPORT_CARD (self), GTK_GRID (grid));
  self->level = rapport_level_chooser_new ();
  g_signal_connect_object (self->level, "notify::level", G_CALLBACK (level_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), grid);
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), self->level);
}

static void
add_footer (RapportTensionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *more = gtk_toggle_button_new_with_label (_("More"));

  self->hint = gtk_label_new (NULL);
  self->make = gtk_button_new_with_label (_("It is felt here"));
  self->take_off = gtk_button_new_with_label (_("Take it off"));
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->hint), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (self->hint), 40);
  gtk_widget_set_hexpand (self->hint, TRUE);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "quiet");
  gtk_widget_set_tooltip_text (more, _("Where it lies, how strongly it is felt, evidence, responses"));
  g_signal_connect_object (self->make, "clicked", G_CALLBACK (make_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->take_off, "clicked", G_CALLBACK (take_off_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (more, "toggled", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (self->make, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->take_off, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), self->make);
  gtk_box_append (GTK_BOX (box), self->take_off);
  gtk_box_append (GTK_BOX (box), more);
  /* Responses and evidence need not be for the room. */
  gtk_widget_set_visible (more, !rapport_card_is_for_room (RAPPORT_CARD (self)));
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), box);
}

static void
fill (RapportTensionCard *self)
{
  rapport_card_empty (RAPPORT_CARD (self));
  self->more = NULL;
  add_heading (self);
  self->whose = rapport_whose_view_new (rapport_marking_get_session (self->marking));
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), self->whose);
  add_prompt (self);
  add_notes (self);
  add_footer (self);
  refresh (self);
}

/* --- Opening and closing --- */

static void
set_targets (RapportTensionCard *self, RapportSession *session)
{
  g_signal_group_set_target (self->history_signals,
                             session != NULL ? rapport_session_get_history (session) : NULL);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? rapport_session_get_selection (session) : NULL);
}

static void
rapport_tension_card_closed (RapportCard *card)
{
  RapportTensionCard *self = RAPPORT_TENSION_CARD (card);

  set_targets (self, NULL);
  g_clear_object (&self->marking);
}

static void
rapport_tension_card_dispose (GObject *object)
{
  RapportTensionCard *self = RAPPORT_TENSION_CARD (object);

  g_clear_object (&self->history_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->marking);

  G_OBJECT_CLASS (rapport_tension_card_parent_class)->dispose (object);
}

/* The first note can be typed at once. */
static void
rapport_tension_card_take_keyboard (RapportCard *card)
{
  if (!gtk_widget_grab_focus (RAPPORT_TENSION_CARD (card)->notes[0]))
    gtk_widget_child_focus (GTK_WIDGET (card), GTK_DIR_TAB_FORWARD);
}

static void
rapport_tension_card_class_init (RapportTensionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_tension_card_dispose;
  RAPPORT_CARD_CLASS (klass)->closed = rapport_tension_card_closed;
  RAPPORT_CARD_CLASS (klass)->take_keyboard = rapport_tension_card_take_keyboard;
}

static void
rapport_tension_card_init (RapportTensionCard *self)
{
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (committed_cb), self);
  self->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (selection_cb), self);
}

/* Returns: (transfer floating): a closed card, whose parent is to be the map's widget */
GtkWidget *
rapport_tension_card_new (void)
{
  return g_object_new (RAPPORT_TYPE_TENSION_CARD, NULL);
}

/* Shows what @marking holds. The keyboard stays where it is. */
void
rapport_tension_card_open (RapportTensionCard *self, RapportMarking *marking)
{
  const RapportTension *tension;

  g_return_if_fail (RAPPORT_IS_TENSION_CARD (self) && RAPPORT_IS_MARKING (marking));

  g_set_object (&self->marking, marking);
  self->n_prompt = 0;
  set_targets (self, rapport_marking_get_session (marking));
  fill (self);
  tension = rapport_tension_get (rapport_marking_get_tension (marking));
  rapport_card_open (RAPPORT_CARD (self), g_dgettext (GETTEXT_PACKAGE, tension->name));
}

/* Returns: (nullable) (transfer none): %NULL where the card is closed */
RapportMarking *
rapport_tension_card_get_marking (RapportTensionCard *self)
{
  g_return_val_if_fail (RAPPORT_IS_TENSION_CARD (self), NULL);
  return self->marking;
}
