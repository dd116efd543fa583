/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-canvas.h"
#include "rapport-card-tool.h"
#include "rapport-mark.h"
#include "rapport-pip-row.h"
#include "rapport-tension-card.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *canvas;
  RapportCardTool *cards;
  RapportTensionCard *card;
} Fixture;

static void
show_tensions (Fixture *self, guint show)
{
  g_autoptr (RapportLens) lens
      = rapport_lens_with_show (rapport_session_get_lens (self->session),
                                RAPPORT_SHOW_BACKDROP | RAPPORT_SHOW_LABELS | show);

  rapport_session_set_lens (self->session, lens);
}

static void
set_up (Fixture *self, gconstpointer show)
{
  self->session = fixture_session ();
  self->canvas = rapport_canvas_new ();
  rapport_canvas_set_session (RAPPORT_CANVAS (self->canvas), self->session);
  show_tensions (self, GPOINTER_TO_UINT (show));
  fixture_show (self->canvas);
  self->cards = rapport_canvas_get_cards (RAPPORT_CANVAS (self->canvas));
  for (GtkWidget *child = gtk_widget_get_first_child (self->canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RAPPORT_IS_TENSION_CARD (child))
      self->card = RAPPORT_TENSION_CARD (child);
  g_assert_nonnull (self->card);
}

static void
tear_down (Fixture *self, gconstpointer show)
{
  fixture_hide (self->canvas);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

static void
pick (Fixture *self, const char *id)
{
  rapport_selection_set (rapport_session_get_selection (self->session), id);
}

static guint
count (Fixture *self, RapportList list)
{
  return rapport_element_list_get_length (
      rapport_map_get_list (rapport_session_get_map (self->session), list));
}

/* The one that was added last. */
static RapportElement *
last (Fixture *self, RapportList list)
{
  return rapport_element_list_peek (rapport_map_get_list (rapport_session_get_map (self->session), list),
                                    count (self, list) - 1);
}

static void
type (Fixture *self, guint note, const char *text)
{
  GtkWidget *grid = fixture_find (GTK_WIDGET (self->card), GTK_TYPE_GRID, NULL);
  GtkWidget *box = gtk_grid_get_child_at (GTK_GRID (grid), (int) note, 1);
  GtkWidget *view = fixture_find (box, GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  fixture_settle ();
}

static void
click (Fixture *self, const char *label)
{
  GtkWidget *button = fixture_find (GTK_WIDGET (self->card), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
}

static void
undo (Fixture *self)
{
  g_assert_true (rapport_history_undo (rapport_session_get_history (self->session)));
  fixture_settle ();
}

/* Looking changes nothing; the first words make it, and a burst of them is one step. */
static void
test_first_words_make_it (Fixture *self, gconstpointer show)
{
  pick (self, "council");
  g_assert_true (rapport_card_tool_open_tension (self->cards, 2));
  g_assert_false (rapport_session_is_modified (self->session));
  g_assert_cmpuint (count (self, RAPPORT_LIST_MARKS), ==, 1);
  type (self, 0, "They");
  type (self, 0, " decide");
  type (self, 1, "Little");
  g_assert_cmpuint (count (self, RAPPORT_LIST_MARKS), ==, 2);
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "tension"), ==, "power");
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "on"), ==, "council");
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "phase"), ==, "now");
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "note-a"), ==, "They decide");
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "note-b"), ==, "Little");
  undo (self);
  g_assert_null (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "note-b"));
  undo (self);
  g_assert_cmpuint (count (self, RAPPORT_LIST_MARKS), ==, 1);
  g_assert_true (rapport_card_is_open (RAPPORT_CARD (self->card)));
  type (self, 1, "Again");
  g_assert_cmpuint (count (self, RAPPORT_LIST_MARKS), ==, 2);
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "note-b"), ==, "Again");
}

static void
test_without_words (Fixture *self, gconstpointer show)
{
  pick (self, "l2");
  g_assert_true (rapport_card_tool_open_tension (self->cards, 2));
  click (self, "It is felt here");
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "on"), ==, "l2");
  click (self, "Take it off");
  g_assert_cmpuint (count (self, RAPPORT_LIST_MARKS), ==, 1);
  g_assert_false (rapport_card_is_open (RAPPORT_CARD (self->card)));
  undo (self);
  g_assert_cmpuint (count (self, RAPPORT_LIST_MARKS), ==, 2);
}

static void
test_on_several (Fixture *self, gconstpointer show)
{
  static const char *const ids[] = { "uni", "l2", "board", NULL };

  rapport_selection_set_all (rapport_session_get_selection (self->session), ids);
  g_assert_true (rapport_card_tool_open_tension (self->cards, 4));
  type (self, 0, "x");
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "on"), ==, "uni l2 board");
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "tension"), ==, "structures");
}

static void
test_on_the_whole_map (Fixture *self, gconstpointer show)
{
  g_assert_true (rapport_card_tool_open_tension (self->cards, 1));
  g_assert_nonnull (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_LABEL, "Felt across the whole partnership"));
  type (self, 1, "x");
  g_assert_null (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "on"));
  /* Asked for again, it is the same one. */
  rapport_card_close (RAPPORT_CARD (self->card));
  g_assert_true (rapport_card_tool_open_tension (self->cards, 1));
  g_assert_true (rapport_marking_get_mark (rapport_tension_card_get_marking (self->card))
                 == last (self, RAPPORT_LIST_MARKS));
}

/* What is there already is opened, not doubled. */
static void
test_what_is_there (Fixture *self, gconstpointer show)
{
  pick (self, "uni");
  g_assert_true (rapport_card_tool_open_tension (self->cards, 3));
  type (self, 0, "Jargon");
  g_assert_cmpuint (count (self, RAPPORT_LIST_MARKS), ==, 1);
  g_assert_cmpstr (rapport_element_get_text (fixture_look (self->session, "t1"), "note-a"), ==, "Jargon");
  g_assert_cmpstr (rapport_element_get_text (fixture_look (self->session, "t1"), "level"), ==, "facilitator");
}

static void
unfold (Fixture *self)
{
  GtkWidget *more = fixture_find (GTK_WIDGET (self->card), GTK_TYPE_TOGGLE_BUTTON, "More");

  g_assert_nonnull (more);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), TRUE);
  fixture_settle ();
}

/* Returns: (nullable): the entry below @root that hints at @hint */
static GtkWidget *
find_entry (GtkWidget *root, const char *hint)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ENTRY (root) && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (root)), hint) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, hint);
  return found;
}

static void
enter (Fixture *self, const char *hint, const char *text)
{
  GtkWidget *entry = find_entry (GTK_WIDGET (self->card), hint);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  fixture_settle ();
}

static void
test_more (Fixture *self, gconstpointer show)
{
  GtkWidget *position;
  RapportElement *mark;
  g_autofree char *evidence = NULL;

  pick (self, "trust");
  g_assert_true (rapport_card_tool_open_tension (self->cards, 1));
  unfold (self);
  position = fixture_find (GTK_WIDGET (self->card), RAPPORT_TYPE_PIP_ROW, NULL);
  gtk_test_accessible_assert_property (position, GTK_ACCESSIBLE_PROPERTY_LABEL, "Where it lies");
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (position), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "strongly: idealistic or tokenistic");
  g_signal_emit_by_name (gtk_widget_get_next_sibling (gtk_widget_get_first_child (position)), "clicked");
  click (self, "Tokenistic");
  click (self, "Strongly");
  mark = last (self, RAPPORT_LIST_MARKS);
  g_assert_cmpint (rapport_element_get_level (mark, "position"), ==, -1);
  g_assert_cmpstr (rapport_element_get_text (mark, "pull"), ==, "tokenistic");
  g_assert_cmpint (rapport_element_get_level (mark, "felt"), ==, 3);
  enter (self, "What it rests on, then Enter", "The bid");
  evidence = g_variant_print (rapport_element_get_records (mark, "evidence"), FALSE);
  g_assert_cmpstr (evidence, ==, "[['example', '', 'The bid', '']]");
  enter (self, "What could we try? Then Enter", "Say less");
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_RESPONSES), "what"), ==, "Say less");
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_RESPONSES), "marks"), ==,
                   rapport_element_get_id (mark));
  g_assert_nonnull (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_LABEL, "Say less · Idea"));
  click (self, "Take off: Example: The bid");
  g_assert_null (rapport_element_get_records (mark, "evidence"));
}

/* T and a number say which; Enter marks it, and Escape ends that. */
static void
test_enter_marks (Fixture *self, gconstpointer show)
{
  pick (self, "council");
  rapport_card_tool_arm (self->cards, 2);
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Return));
  g_assert_true (rapport_card_is_open (RAPPORT_CARD (self->card)));
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Escape));
  g_assert_false (rapport_card_is_open (RAPPORT_CARD (self->card)));
  g_assert_true (gtk_widget_has_focus (self->canvas));
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Escape));
  g_assert_false (rapport_card_tool_key (self->cards, GDK_KEY_Escape));
  g_assert_false (rapport_session_is_modified (self->session));
}

static gboolean
has_tip (GtkWidget *place)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (place, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  return shown;
}

/* A button where a badge would be; none where there is a badge already, and none while no tension is on show. */
static void
test_places (Fixture *self, gconstpointer show)
{
  GtkWidget *place;

  pick (self, "council");
  fixture_settle ();
  place = fixture_find (self->canvas, GTK_TYPE_BUTTON, "+2");
  g_assert_nonnull (place);
  gtk_test_accessible_assert_property (place, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Mark tension 2, Power and reciprocity. Felt here: City council");
  g_assert_true (has_tip (place));
  g_signal_emit_by_name (place, "clicked");
  /* It would come up above the card. */
  g_assert_false (has_tip (place));
  type (self, 0, "x");
  g_assert_cmpstr (rapport_element_get_text (last (self, RAPPORT_LIST_MARKS), "on"), ==, "council");
  g_assert_null (fixture_find (self->canvas, GTK_TYPE_BUTTON, "+2"));
  show_tensions (self, 0);
  pick (self, "uni");
  fixture_settle ();
  g_assert_null (fixture_find (self->canvas, GTK_TYPE_BUTTON, "+2"));
}

static void
test_closing (Fixture *self, gconstpointer show)
{
  RapportTransaction *transaction;

  pick (self, "council");
  g_assert_true (rapport_card_tool_open_tension (self->cards, 2));
  pick (self, "trust");
  g_assert_false (rapport_card_is_open (RAPPORT_CARD (self->card)));
  g_assert_true (rapport_card_tool_open_tension (self->cards, 2));
  transaction = rapport_history_begin (rapport_session_get_history (self->session), "Delete", NULL);
  rapport_transaction_delete (transaction, fixture_look (self->session, "trust"));
  rapport_transaction_commit (transaction);
  g_assert_false (rapport_card_is_open (RAPPORT_CARD (self->card)));
}

#define CASE(name, function) \
  g_test_add ("/tension-card/" name, Fixture, GUINT_TO_POINTER (RAPPORT_SHOW_POWER_TENSION), set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  CASE ("first-words-make-it", test_first_words_make_it);
  CASE ("without-words", test_without_words);
  CASE ("on-several", test_on_several);
  CASE ("on-the-whole-map", test_on_the_whole_map);
  CASE ("what-is-there", test_what_is_there);
  CASE ("more", test_more);
  CASE ("enter-marks", test_enter_marks);
  CASE ("places", test_places);
  CASE ("closing", test_closing);
  return g_test_run ();
}
