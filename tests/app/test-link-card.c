/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-canvas.h"
#include "rapport-card-tool.h"
#include "rapport-link-card.h"
#include "rapport-link-cell.h"
#include "rapport-link.h"
#include "rapport-pip-row.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *canvas;
  RapportCardTool *cards;
  RapportLinkCard *card;
} Fixture;

static void
set_up (Fixture *self, gconstpointer show)
{
  g_autoptr (RapportLens) lens = NULL;

  self->session = fixture_session ();
  self->canvas = rapport_canvas_new ();
  rapport_canvas_set_session (RAPPORT_CANVAS (self->canvas), self->session);
  lens = rapport_lens_with_show (rapport_session_get_lens (self->session),
                                 RAPPORT_SHOW_BACKDROP | RAPPORT_SHOW_LABELS | GPOINTER_TO_UINT (show));
  rapport_session_set_lens (self->session, lens);
  fixture_show (self->canvas);
  self->cards = rapport_canvas_get_cards (RAPPORT_CANVAS (self->canvas));
  for (GtkWidget *child = gtk_widget_get_first_child (self->canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RAPPORT_IS_LINK_CARD (child))
      self->card = RAPPORT_LINK_CARD (child);
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

/* Presses keys on the map, one a letter. */
static void
press (Fixture *self, const char *keys)
{
  for (const char *key = keys; *key != '\0'; key++)
    {
      g_assert_true (rapport_card_tool_key (self->cards, (guint) *key));
      fixture_settle ();
    }
}

static int
own (Fixture *self, const char *id, const char *view, const char *field)
{
  return rapport_reading_get_level (
      rapport_element_get_reading (fixture_look (self->session, id), "now", view), field);
}

static gboolean
is_open (Fixture *self)
{
  return rapport_link_card_get_link (self->card) != NULL && gtk_widget_get_visible (GTK_WIDGET (self->card));
}

static void
undo (Fixture *self)
{
  g_assert_true (rapport_history_undo (rapport_session_get_history (self->session)));
  fixture_settle ();
}

static const char *
undo_label (Fixture *self)
{
  return rapport_history_get_undo_label (rapport_session_get_history (self->session));
}

static void
test_digits_for_one_question (Fixture *self, gconstpointer show)
{
  pick (self, "l2");
  press (self, "3");
  g_assert_true (is_open (self));
  g_assert_cmpint (own (self, "l2", NULL, "gives-a"), ==, 3);
  g_assert_cmpint (own (self, "l2", NULL, "gives-b"), ==, RAPPORT_LEVEL_UNSET);
  press (self, "1");
  g_assert_false (is_open (self));
  g_assert_cmpint (own (self, "l2", NULL, "gives-b"), ==, 1);
  g_assert_cmpint (own (self, "l2", NULL, "power-a"), ==, RAPPORT_LEVEL_UNSET);
}

static void
test_digits_for_two_questions (Fixture *self, gconstpointer show)
{
  pick (self, "l2");
  press (self, "3031");
  g_assert_false (is_open (self));
  g_assert_cmpint (own (self, "l2", NULL, "gives-a"), ==, 3);
  g_assert_cmpint (own (self, "l2", NULL, "gives-b"), ==, 0);
  g_assert_cmpint (own (self, "l2", NULL, "power-a"), ==, 3);
  g_assert_cmpint (own (self, "l2", NULL, "power-b"), ==, 1);
}

/* What is answered must not move the buttons for what is answered next away from under a pointer. */
static void
test_answers_move_nothing (Fixture *self, gconstpointer show)
{
  GtkWidget *box;
  int before = 0;
  int after = 0;

  pick (self, "l2");
  press (self, "3");
  box = rapport_card_get_box (RAPPORT_CARD (self->card));
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before, NULL, NULL);
  press (self, "030");
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL, NULL);
  g_assert_cmpint (before, ==, after);
}

static void
test_not_discussed_is_not_none (Fixture *self, gconstpointer show)
{
  pick (self, "l1");
  press (self, "-0");
  g_assert_cmpint (own (self, "l1", NULL, "gives-a"), ==, RAPPORT_LEVEL_UNSET);
  g_assert_cmpint (own (self, "l1", NULL, "gives-b"), ==, 0);
}

static void
test_digits_above_three (Fixture *self, gconstpointer show)
{
  pick (self, "l2");
  press (self, "7");
  g_assert_cmpint (own (self, "l2", NULL, "gives-a"), ==, RAPPORT_LEVEL_UNSET);
  g_assert_false (rapport_session_is_modified (self->session));
}

static void
test_each_answer_is_undone (Fixture *self, gconstpointer show)
{
  pick (self, "l1");
  press (self, "21");
  g_assert_cmpstr (undo_label (self), ==, "Answer what “Hospital trust” gives");
  undo (self);
  g_assert_cmpint (own (self, "l1", NULL, "gives-b"), ==, RAPPORT_LEVEL_UNSET);
  g_assert_cmpint (own (self, "l1", NULL, "gives-a"), ==, 2);
  g_assert_cmpstr (undo_label (self), ==, "Answer what “University” gives");
  undo (self);
  g_assert_cmpint (own (self, "l1", NULL, "gives-a"), ==, 3);
  g_assert_false (rapport_history_can_undo (rapport_session_get_history (self->session)));
}

/* What was undone while the card is open is what the next digit answers. */
static void
test_undone_is_answered_next (Fixture *self, gconstpointer show)
{
  pick (self, "l2");
  press (self, "30");
  g_assert_true (is_open (self));
  undo (self);
  g_assert_cmpint (own (self, "l2", NULL, "gives-b"), ==, RAPPORT_LEVEL_UNSET);
  press (self, "2");
  g_assert_cmpint (own (self, "l2", NULL, "gives-b"), ==, 2);
  g_assert_cmpint (own (self, "l2", NULL, "power-a"), ==, RAPPORT_LEVEL_UNSET);
  press (self, "1");
  g_assert_cmpint (own (self, "l2", NULL, "power-a"), ==, 1);
}

static RapportElement *
find_view (Fixture *self, const char *sector)
{
  RapportElementList *list
      = rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_PERSPECTIVES);

  for (guint i = 0; i < rapport_element_list_get_length (list); i++)
    if (g_strcmp0 (rapport_element_get_text (rapport_element_list_peek (list, i), "sector"), sector) == 0)
      return rapport_element_list_peek (list, i);
  return NULL;
}

/* Two sectors: the row is split by side, both views begin with what was agreed, and digits answer view by view. */
static void
test_we_differ_splits (Fixture *self, gconstpointer show)
{
  const char *academia;
  const char *nhs;

  pick (self, "l1");
  g_assert_true (rapport_card_tool_open_link (self->cards, fixture_look (self->session, "l1")));
  press (self, "d");
  g_assert_cmpint (own (self, "l1", NULL, "gives-a"), ==, RAPPORT_LEVEL_DIFFER);
  g_assert_nonnull (find_view (self, "academia"));
  g_assert_nonnull (find_view (self, "nhs"));
  academia = rapport_element_get_id (find_view (self, "academia"));
  nhs = rapport_element_get_id (find_view (self, "nhs"));
  g_assert_cmpint (own (self, "l1", academia, "gives-a"), ==, 3);
  g_assert_cmpint (own (self, "l1", nhs, "gives-a"), ==, 3);
  g_assert_cmpstr (undo_label (self), ==, "Record that views differ");
  press (self, "20");
  g_assert_cmpint (own (self, "l1", academia, "gives-a"), ==, 2);
  g_assert_cmpint (own (self, "l1", nhs, "gives-a"), ==, 0);
  g_assert_cmpint (own (self, "l1", NULL, "gives-a"), ==, RAPPORT_LEVEL_DIFFER);
  g_assert_nonnull (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_LABEL, "views differ, 0 to 2"));
  g_assert_true (is_open (self));
  press (self, "1");
  g_assert_false (is_open (self));
  g_assert_cmpint (own (self, "l1", NULL, "gives-b"), ==, 1);
}

/* The views that were made for it go as well. */
static void
test_we_differ_is_one_step (Fixture *self, gconstpointer show)
{
  pick (self, "l1");
  g_assert_true (rapport_card_tool_open_link (self->cards, fixture_look (self->session, "l1")));
  press (self, "d");
  undo (self);
  g_assert_cmpint (own (self, "l1", NULL, "gives-a"), ==, 3);
  g_assert_null (find_view (self, "academia"));
  g_assert_true (is_open (self));
  g_assert_false (rapport_history_can_undo (rapport_session_get_history (self->session)));
}

/* A shared structure has no sector of its own: only that views differ is known. */
static void
test_we_differ_records_only (Fixture *self, gconstpointer show)
{
  pick (self, "l3");
  g_assert_true (rapport_card_tool_open_link (self->cards, fixture_look (self->session, "l3")));
  press (self, "d2");
  g_assert_false (is_open (self));
  g_assert_cmpint (own (self, "l3", NULL, "gives-a"), ==, RAPPORT_LEVEL_DIFFER);
  g_assert_cmpint (own (self, "l3", NULL, "gives-b"), ==, 2);
  g_assert_null (find_view (self, "academia"));
}

/* Views that have come to say the same are what is agreed; views that have not leave the question open. */
static void
test_we_agree_again (Fixture *self, gconstpointer open)
{
  RapportLinkCell *cell;

  pick (self, "l1");
  g_assert_true (rapport_card_tool_open_link (self->cards, fixture_look (self->session, "l1")));
  press (self, "d22");
  cell = RAPPORT_LINK_CELL (fixture_find (GTK_WIDGET (self->card), RAPPORT_TYPE_LINK_CELL, NULL));
  rapport_link_cell_differ (cell);
  g_assert_cmpint (own (self, "l1", NULL, "gives-a"), ==, 2);
  g_assert_null (rapport_element_get_reading (fixture_look (self->session, "l1"), "now",
                                              rapport_element_get_id (find_view (self, "nhs"))));
  undo (self);
  g_assert_cmpint (own (self, "l1", NULL, "gives-a"), ==, RAPPORT_LEVEL_DIFFER);
  rapport_link_cell_answer (cell, 0, 1);
  rapport_link_cell_differ (cell);
  g_assert_cmpint (own (self, "l1", NULL, "gives-a"), ==, RAPPORT_LEVEL_UNSET);
}

/* What somebody has said beside what is agreed is not lost when the row is split. */
static void
test_we_differ_keeps_views (Fixture *self, gconstpointer show)
{
  RapportLinkRow rows[RAPPORT_LINK_MAX_ROWS];
  g_autoptr (RapportLens) alone
      = rapport_lens_with_perspective (rapport_session_get_lens (self->session), "v1");
  g_autoptr (RapportLens) agreed = rapport_lens_with_perspective (alone, NULL);

  g_assert_cmpuint (rapport_link_rows_list (RAPPORT_SHOW_GIVES, rows), ==, 2);
  rapport_session_set_lens (self->session, alone);
  rapport_link_set_answer (self->session, fixture_look (self->session, "l1"), &rows[0], NULL, 1);
  rapport_session_set_lens (self->session, agreed);
  pick (self, "l1");
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Return));
  g_assert_nonnull (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_LABEL, "views differ, 1 to 3"));
  press (self, "d");
  g_assert_cmpint (own (self, "l1", NULL, "gives-a"), ==, RAPPORT_LEVEL_DIFFER);
  g_assert_cmpint (own (self, "l1", "v1", "gives-a"), ==, 1);
  g_assert_nonnull (find_view (self, "academia"));
}

/* While one view is on show, answers are its own, and "not discussed" is said, not left out. */
static void
test_one_view (Fixture *self, gconstpointer show)
{
  g_autoptr (RapportLens) lens
      = rapport_lens_with_perspective (rapport_session_get_lens (self->session), "v1");

  rapport_session_set_lens (self->session, lens);
  pick (self, "l1");
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Return));
  /* "We differ" is not there, and D skips no row. */
  press (self, "d-1");
  g_assert_cmpint (own (self, "l1", NULL, "gives-a"), ==, 3);
  g_assert_cmpint (own (self, "l1", "v1", "gives-a"), ==, RAPPORT_LEVEL_NOT_DISCUSSED);
  g_assert_cmpint (own (self, "l1", "v1", "gives-b"), ==, 1);
}

static void
test_nothing_asked (Fixture *self, gconstpointer show)
{
  GtkWidget *offer;

  pick (self, "l1");
  g_assert_false (rapport_card_tool_key (self->cards, '2'));
  g_assert_true (rapport_card_tool_open_link (self->cards, fixture_look (self->session, "l1")));
  g_assert_null (fixture_find (GTK_WIDGET (self->card), RAPPORT_TYPE_PIP_ROW, NULL));
  offer = fixture_find (GTK_WIDGET (self->card), GTK_TYPE_LABEL, "Power");
  g_assert_nonnull (offer);
  g_signal_emit_by_name (gtk_widget_get_ancestor (offer, GTK_TYPE_BUTTON), "clicked");
  g_assert_nonnull (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_LABEL, "can decide or say no"));
  g_assert_null (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_LABEL, "gives"));
  g_assert_false (rapport_session_is_modified (self->session));
}

/* Escape, another selection, and the end of the link all close it. */
static void
test_closing (Fixture *self, gconstpointer show)
{
  RapportTransaction *transaction;

  pick (self, "l1");
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Return));
  g_assert_true (is_open (self));
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Escape));
  g_assert_false (is_open (self));
  g_assert_true (gtk_widget_has_focus (self->canvas));
  g_assert_false (rapport_card_tool_key (self->cards, GDK_KEY_Escape));

  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Return));
  pick (self, "l2");
  g_assert_false (is_open (self));

  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Return));
  transaction = rapport_history_begin (rapport_session_get_history (self->session), "Delete", NULL);
  rapport_transaction_delete (transaction, fixture_look (self->session, "l2"));
  rapport_transaction_commit (transaction);
  g_assert_false (is_open (self));
}

static void
test_star (Fixture *self, gconstpointer show)
{
  pick (self, "l1");
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Return));
  press (self, "*");
  g_assert_true (rapport_element_get_flag (fixture_look (self->session, "l1"), "starred"));
  undo (self);
  g_assert_false (rapport_element_get_flag (fixture_look (self->session, "l1"), "starred"));
}

/* What a screen reader says of a row and of its pips. */
static void
test_names (Fixture *self, gconstpointer show)
{
  GtkWidget *pips;
  GtkWidget *two;

  pick (self, "l1");
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Return));
  pips = fixture_find (GTK_WIDGET (self->card), RAPPORT_TYPE_PIP_ROW, NULL);
  gtk_test_accessible_assert_role (pips, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (pips, GTK_ACCESSIBLE_PROPERTY_LABEL, "University gives");
  two = fixture_find (pips, GTK_TYPE_TOGGLE_BUTTON, "3");
  gtk_test_accessible_assert_property (two, GTK_ACCESSIBLE_PROPERTY_LABEL, "3, a lot");
  gtk_test_accessible_assert_state (two, GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
}

static void
unfold (Fixture *self)
{
  GtkWidget *more;

  pick (self, "l1");
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Return));
  more = fixture_find (GTK_WIDGET (self->card), GTK_TYPE_TOGGLE_BUTTON, "More");
  g_assert_nonnull (more);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), TRUE);
  fixture_settle ();
}

static const RapportReading *
reading (Fixture *self, const char *view)
{
  return rapport_element_get_reading (fixture_look (self->session, "l1"), "now", view);
}

/* The chip of the first side. */
static void
choose (Fixture *self, const char *word)
{
  GtkWidget *chip = fixture_find (GTK_WIDGET (self->card), GTK_TYPE_TOGGLE_BUTTON, word);

  g_assert_nonnull (chip);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
  fixture_settle ();
}

static void
test_what_is_given (Fixture *self, gconstpointer show)
{
  unfold (self);
  choose (self, "Data");
  g_assert_cmpstr (rapport_reading_get_text (reading (self, NULL), "items-a"), ==, "money time data");
  choose (self, "Money");
  g_assert_cmpstr (rapport_reading_get_text (reading (self, NULL), "items-a"), ==, "time data");
  g_assert_null (rapport_reading_get_text (reading (self, NULL), "items-b"));
  /* Power is not asked: nothing about it is there. */
  g_assert_null (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_TOGGLE_BUTTON, "Agenda"));
  undo (self);
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_TOGGLE_BUTTON, "Money"))));
}

/* In one view, nothing left is said, where nothing said would be "as agreed". */
static void
test_what_is_given_in_one_view (Fixture *self, gconstpointer show)
{
  g_autoptr (RapportLens) lens
      = rapport_lens_with_perspective (rapport_session_get_lens (self->session), "v1");

  rapport_session_set_lens (self->session, lens);
  unfold (self);
  choose (self, "Money");
  choose (self, "People’s time");
  g_assert_cmpstr (rapport_reading_get_text (reading (self, "v1"), "items-a"), ==, "");
  g_assert_cmpstr (rapport_reading_get_text (reading (self, NULL), "items-a"), ==, "money time");
}

static void
assert_own (Fixture *self, const char *expected)
{
  const RapportReading *now = reading (self, NULL);
  g_autoptr (GVariant) records = rapport_reading_get (now, rapport_reading_find_field (now, "item"));
  g_autofree char *text = records != NULL ? g_variant_print (records, FALSE) : g_strdup ("none");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_in_their_own_words (Fixture *self, gconstpointer show)
{
  GtkWidget *entry;

  unfold (self);
  entry = fixture_find (GTK_WIDGET (self->card), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "tea");
  g_signal_emit_by_name (entry, "activate");
  assert_own (self, "[['a', 'a room', ''], ['a', 'tea', '']]");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_BUTTON, "Take off: a room"), "clicked");
  assert_own (self, "[['a', 'tea', '']]");
}

static void
test_fair (Fixture *self, gconstpointer show)
{
  unfold (self);
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_TOGGLE_BUTTON, "Not fair"), "clicked");
  g_assert_cmpstr (rapport_reading_get_text (reading (self, NULL), "fair-a"), ==, "no");
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_TOGGLE_BUTTON, "Not said"), "clicked");
  g_assert_null (rapport_reading_get_text (reading (self, NULL), "fair-a"));
}

static void
type_note (Fixture *self, const char *text)
{
  GtkWidget *view = fixture_find (GTK_WIDGET (self->card), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  fixture_settle ();
}

/* A burst of typing is one step, a note says who may see it, and one without words is not kept. */
static void
test_note (Fixture *self, gconstpointer show)
{
  GVariant *notes;
  GtkWidget *choice;
  g_autofree char *text = NULL;

  unfold (self);
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (self->card), GTK_TYPE_BUTTON, "Add a note"), "clicked");
  g_assert_null (rapport_element_get_records (fixture_look (self->session, "l1"), "note"));
  type_note (self, "Ask");
  type_note (self, " her");
  choice = fixture_find (GTK_WIDGET (self->card), GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 0);
  notes = rapport_element_get_records (fixture_look (self->session, "l1"), "note");
  text = g_variant_print (notes, FALSE);
  g_assert_cmpstr (text, ==, "[['shared', 'Ask her', '']]");
  g_assert_cmpstr (undo_label (self), ==, "Change of a note");
  undo (self);
  g_assert_null (rapport_element_get_records (fixture_look (self->session, "l1"), "note"));
}

/* Enter on a stakeholder lists its links, Enter there opens the card, Escape goes back. */
static void
test_list_of_links (Fixture *self, gconstpointer show)
{
  GtkWidget *list;

  pick (self, "uni");
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Return));
  list = fixture_find (self->canvas, GTK_TYPE_LIST_BOX, NULL);
  g_assert_nonnull (fixture_find (self->canvas, GTK_TYPE_LABEL, "2 links of University"));
  g_assert_nonnull (fixture_find (list, GTK_TYPE_LABEL, "Hospital trust"));
  g_assert_nonnull (gtk_widget_get_focus_child (list));
  g_assert_false (is_open (self));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  fixture_settle ();
  g_assert_true (is_open (self));
  g_assert_cmpstr (rapport_element_get_id (rapport_link_card_get_link (self->card)), ==, "l3");
  g_assert_true (rapport_card_tool_key (self->cards, GDK_KEY_Escape));
  g_assert_true (gtk_widget_has_focus (self->canvas));
}

#define CASE(name, show, function) \
  g_test_add ("/link-card/" name, Fixture, GUINT_TO_POINTER (show), set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  CASE ("digits-for-one-question", RAPPORT_SHOW_GIVES, test_digits_for_one_question);
  CASE ("digits-for-two-questions", RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER, test_digits_for_two_questions);
  CASE ("answers-move-nothing", RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER, test_answers_move_nothing);
  CASE ("not-discussed-is-not-none", RAPPORT_SHOW_GIVES, test_not_discussed_is_not_none);
  CASE ("digits-above-three", RAPPORT_SHOW_GIVES, test_digits_above_three);
  CASE ("each-answer-is-undone", RAPPORT_SHOW_GIVES, test_each_answer_is_undone);
  CASE ("undone-is-answered-next", RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER, test_undone_is_answered_next);
  CASE ("we-differ-splits", RAPPORT_SHOW_GIVES, test_we_differ_splits);
  CASE ("we-differ-is-one-step", RAPPORT_SHOW_GIVES, test_we_differ_is_one_step);
  CASE ("we-differ-records-only", RAPPORT_SHOW_GIVES, test_we_differ_records_only);
  CASE ("we-agree-again", RAPPORT_SHOW_GIVES, test_we_agree_again);
  CASE ("we-differ-keeps-views", RAPPORT_SHOW_GIVES, test_we_differ_keeps_views);
  CASE ("one-view", RAPPORT_SHOW_GIVES, test_one_view);
  CASE ("nothing-asked", 0, test_nothing_asked);
  CASE ("closing", RAPPORT_SHOW_GIVES, test_closing);
  CASE ("star", RAPPORT_SHOW_GIVES, test_star);
  CASE ("what-is-given", RAPPORT_SHOW_GIVES, test_what_is_given);
  CASE ("what-is-given-in-one-view", RAPPORT_SHOW_GIVES, test_what_is_given_in_one_view);
  CASE ("in-their-own-words", RAPPORT_SHOW_GIVES, test_in_their_own_words);
  CASE ("fair", RAPPORT_SHOW_GIVES, test_fair);
  CASE ("note", RAPPORT_SHOW_GIVES, test_note);
  CASE ("list-of-links", RAPPORT_SHOW_GIVES, test_list_of_links);
  CASE ("names", RAPPORT_SHOW_GIVES, test_names);
  return g_test_run ();
}
