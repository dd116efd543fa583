/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-canvas.h"

#include <string.h>

#include "rapport-canvas-item.h"
#include "rapport-change-words.h"
#include "rapport-stakeholder.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *canvas;
} Map;

static guint
count_items (Map *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += RAPPORT_IS_CANVAS_ITEM (child);
  return n;
}

static GtkWidget *
find_item (Map *self, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RAPPORT_IS_CANVAS_ITEM (child) && strcmp (rapport_canvas_item_get_id (RAPPORT_CANVAS_ITEM (child)), id) == 0)
      return child;
  return NULL;
}

/* Until the map has come to rest and has been laid out. */
static void
wait_for_items (Map *self, guint n)
{
  while (count_items (self) != n)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle ();
}

static void
set_up (Map *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->canvas = rapport_canvas_new ();
  rapport_canvas_set_session (RAPPORT_CANVAS (self->canvas), self->session);
  fixture_show (self->canvas);
  /* Four stakeholders and three links. */
  wait_for_items (self, 7);
}

static void
tear_down (Map *self, gconstpointer data)
{
  fixture_hide (self->canvas);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

static void
test_tells (Map *self, gconstpointer data)
{
  gtk_test_accessible_assert_role (self->canvas, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (find_item (self, "uni"), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (find_item (self, "uni"), GTK_ACCESSIBLE_PROPERTY_LABEL, "University");
  gtk_test_accessible_assert_property (
      find_item (self, "uni"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "organisation, Academia, core, influence 4 of 5. 2 links: University and Hospital trust. University gives: "
      "a lot; Hospital trust gives: not discussed. University and Board. University gives: not discussed; Board "
      "gives: not discussed");
  gtk_test_accessible_assert_property (find_item (self, "l1"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "University and Hospital trust");
}

static void
test_follows_map (Map *self, gconstpointer data)
{
  RapportHistory *history = rapport_session_get_history (self->session);
  RapportTransaction *transaction = rapport_history_begin (history, "Delete", NULL);

  rapport_transaction_delete (transaction, fixture_look (self->session, "trust"));
  rapport_transaction_commit (transaction);
  wait_for_items (self, 4);
  g_assert_null (find_item (self, "trust"));
  fixture_set (self->session, "uni", "label", "Lead");
  rapport_history_undo (history);
  rapport_history_undo (history);
  wait_for_items (self, 7);
  gtk_test_accessible_assert_property (find_item (self, "uni"), GTK_ACCESSIBLE_PROPERTY_LABEL, "University");
}

/* Each stands where its thing is drawn, and moves along with the paper. */
static void
test_bounds (Map *self, gconstpointer data)
{
  RapportCanvas *canvas = RAPPORT_CANVAS (self->canvas);
  const RapportSceneItem *item
      = rapport_scene_find (rapport_canvas_get_scene (canvas), RAPPORT_ITEM_STAKEHOLDER, "uni");
  RapportRect outline = rapport_scene_item_get_outline (item);
  graphene_rect_t bounds;

  for (guint i = 0; i < 2; i++)
    {
      RapportPoint start = rapport_canvas_from_map (canvas, outline.x, outline.y);

      g_assert_true (gtk_widget_compute_bounds (find_item (self, "uni"), self->canvas, &bounds));
      g_assert_cmpfloat (fabsf (bounds.origin.x - (float) start.x), <=, 1);
      g_assert_cmpfloat (fabsf (bounds.origin.y - (float) start.y), <=, 1);
      g_assert_cmpfloat (fabsf (bounds.size.width - (float) (outline.width * rapport_canvas_get_zoom (canvas))), <=, 1.5f);
      rapport_canvas_pan_by (canvas, 10, -7);
      /* Out of the rest, and back in it. */
      gtk_widget_queue_allocate (self->canvas);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      for (gint64 end = g_get_monotonic_time () + 400000; g_get_monotonic_time () < end;)
        g_main_context_iteration (NULL, FALSE);
    }
}

/* The focus goes where the selection goes, and the selection where the focus is put. */
static void
test_focus (Map *self, gconstpointer data)
{
  RapportSelection *selection = rapport_session_get_selection (self->session);
  GtkRoot *root = gtk_widget_get_root (self->canvas);

  gtk_widget_grab_focus (self->canvas);
  g_assert_true (gtk_root_get_focus (root) == self->canvas);
  rapport_selection_set (selection, "trust");
  g_assert_true (gtk_root_get_focus (root) == find_item (self, "trust"));
  gtk_test_accessible_assert_state (find_item (self, "trust"), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (find_item (self, "uni"), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  rapport_selection_clear (selection);
  g_assert_true (gtk_root_get_focus (root) == self->canvas);
  g_assert_true (gtk_widget_activate_action (find_item (self, "l2"), "item.select", NULL));
  g_assert_cmpuint (rapport_selection_get_size (selection), ==, 1);
  g_assert_true (rapport_selection_contains (selection, "l2"));
  g_assert_true (gtk_root_get_focus (root) == find_item (self, "l2"));
}

static guint
count_open_cards (Map *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += GTK_IS_POPOVER (child) && gtk_widget_get_visible (child);
  return n;
}

/* The links of a stakeholder, as Enter shows them; and what can be done with them. */
static void
test_open (Map *self, gconstpointer data)
{
  RapportSelection *selection = rapport_session_get_selection (self->session);

  g_assert_cmpuint (count_open_cards (self), ==, 0);
  gtk_widget_activate_action (find_item (self, "board"), "item.open", NULL);
  g_assert_true (rapport_selection_contains (selection, "board"));
  g_assert_cmpuint (count_open_cards (self), ==, 1);
}

static void
test_menu (Map *self, gconstpointer data)
{
  RapportSelection *selection = rapport_session_get_selection (self->session);

  gtk_widget_activate_action (find_item (self, "uni"), "item.menu", NULL);
  g_assert_true (rapport_selection_contains (selection, "uni"));
  g_assert_cmpuint (count_open_cards (self), ==, 1);
}

/* A pointer never meets one of them. */
static void
test_takes_no_pointer (Map *self, gconstpointer data)
{
  GtkWidget *item = find_item (self, "uni");
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (item, self->canvas, &bounds));
  g_assert_true (gtk_widget_pick (self->canvas, bounds.origin.x + bounds.size.width / 2,
                                  bounds.origin.y + bounds.size.height / 2, GTK_PICK_DEFAULT)
                 == self->canvas);
}

static void
keep_words_cb (RapportHistory *history, GPtrArray *changes, char **words)
{
  g_free (*words);
  *words = rapport_change_words (changes);
}

static void
test_words (Map *self, gconstpointer data)
{
  RapportHistory *history = rapport_session_get_history (self->session);
  RapportElement *uni = fixture_look (self->session, "uni");
  g_autofree char *words = NULL;
  g_autoptr (RapportReading) reading
      = rapport_reading_with_level (rapport_element_get_reading (uni, "now", NULL), "influence", 1);
  RapportTransaction *transaction;

  g_signal_connect (history, "committed", G_CALLBACK (keep_words_cb), &words);
  fixture_set (self->session, "uni", "sector", "nhs");
  g_assert_cmpstr (words, ==, "University. Sector: NHS");
  fixture_set (self->session, "uni", "sector", NULL);
  g_assert_cmpstr (words, ==, "University. Sector: nothing");
  fixture_set (self->session, "l1", "relation", "funds hosts");
  g_assert_cmpstr (words, ==, "University and Hospital trust. What links them: Funds, Hosts");
  transaction = rapport_history_begin (history, "Judge", NULL);
  rapport_transaction_set_reading (transaction, uni, "now", NULL, reading);
  rapport_transaction_commit (transaction);
  g_assert_cmpstr (words, ==, "University. Influence: 1 of 5");
  transaction = rapport_history_begin (history, "Delete", NULL);
  rapport_transaction_delete (transaction, fixture_look (self->session, "council"));
  rapport_transaction_commit (transaction);
  g_assert_cmpstr (words, ==, "Deleted: City council, and 1 more change");
  rapport_history_undo (history);
  g_assert_true (g_str_has_prefix (words, "Added: "));
  g_signal_handlers_disconnect_by_func (history, keep_words_cb, &words);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Map *self, gconstpointer data);
  } cases[] = {
    { "tells", test_tells },
    { "follows-map", test_follows_map },
    { "bounds", test_bounds },
    { "focus", test_focus },
    { "open", test_open },
    { "menu", test_menu },
    { "takes-no-pointer", test_takes_no_pointer },
    { "words", test_words },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/canvas-access/", cases[i].name, NULL);

      g_test_add (path, Map, NULL, set_up, cases[i].test, tear_down);
    }
  return g_test_run ();
}
