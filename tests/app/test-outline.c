/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-outline-view.h"

#include "rapport-additions.h"
#include "rapport-element-words.h"
#include "rapport-outline-section.h"
#include "rapport-stakeholder.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *outline;
  GtkSelectionModel *rows;
  guint changes; /* of the list of rows */
} Outline;

static void
count_cb (GListModel *model, guint position, guint removed, guint added, guint *changes)
{
  *changes += 1;
}

static void
set_up (Outline *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->outline = g_object_new (RAPPORT_TYPE_OUTLINE_VIEW, NULL);
  rapport_outline_view_set_session (RAPPORT_OUTLINE_VIEW (self->outline), self->session);
  fixture_show (self->outline);
  self->rows = gtk_list_view_get_model (
      GTK_LIST_VIEW (fixture_find (self->outline, GTK_TYPE_LIST_VIEW, NULL)));
  g_signal_connect (self->rows, "items-changed", G_CALLBACK (count_cb), &self->changes);
}

static void
tear_down (Outline *self, gconstpointer data)
{
  g_signal_handlers_disconnect_by_func (self->rows, count_cb, &self->changes);
  fixture_hide (self->outline);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

/* All rows as one text: headings with how many, and names below them. */
static char *
print_rows (Outline *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);
      g_autofree char *name = NULL;

      if (RAPPORT_IS_OUTLINE_SECTION (item))
        {
          RapportOutlineSection *section = RAPPORT_OUTLINE_SECTION (item);

          g_string_append_printf (text, "%s %u;", rapport_outline_section_get_title (section),
                                  g_list_model_get_n_items (rapport_outline_section_get_model (section)));
          continue;
        }
      name = rapport_element_words_name (RAPPORT_ELEMENT (item));
      g_string_append_printf (text, "%s%s;", gtk_selection_model_is_selected (self->rows, i) ? "*" : "",
                              name);
    }
  return g_string_free (text, FALSE);
}

#define assert_rows(self, expected) \
  G_STMT_START \
  { \
    g_autofree char *rows_ = print_rows (self); \
    g_assert_cmpstr (rows_, ==, expected); \
  } \
  G_STMT_END

#define REST \
  "Links 3;University and Hospital trust;Hospital trust and City council;University and Board;" \
  "Tensions 1;Language: University;Responses 1;Meet;Who leads on what 1;Direction;Words we use 1;PPI;"

static void
test_lists_all (Outline *self, gconstpointer data)
{
  assert_rows (self, "Academia 1;University;NHS 1;Hospital trust;Policy 1;City council;Third sector 0;"
                     "Shared structures 1;Board;" REST);
}

static void
test_follows_sector (Outline *self, gconstpointer data)
{
  fixture_set (self->session, "council", "sector", "nhs");
  assert_rows (self, "Academia 1;University;NHS 2;Hospital trust;City council;Policy 0;Third sector 0;"
                     "Shared structures 1;Board;" REST);
  fixture_set (self->session, "council", "sector", NULL);
  assert_rows (self, "Academia 1;University;NHS 1;Hospital trust;Policy 0;Third sector 0;"
                     "Shared structures 1;Board;No sector yet 1;City council;" REST);
  rapport_history_undo (rapport_session_get_history (self->session));
  rapport_history_undo (rapport_session_get_history (self->session));
  test_lists_all (self, NULL);
}

/* A name is told by the row that shows it; the list stays as it is. */
static void
test_rename (Outline *self, gconstpointer data)
{
  g_assert_nonnull (fixture_find (self->outline, GTK_TYPE_LABEL, "University and Board"));
  self->changes = 0;
  fixture_set (self->session, "uni", "label", "Lead university");
  g_assert_cmpuint (self->changes, ==, 0);
  g_assert_nonnull (fixture_find (self->outline, GTK_TYPE_LABEL, "Lead university"));
  g_assert_nonnull (fixture_find (self->outline, GTK_TYPE_LABEL, "Lead university and Board"));
  g_assert_null (fixture_find (self->outline, GTK_TYPE_LABEL, "University and Board"));
}

static void
test_delete_and_undo (Outline *self, gconstpointer data)
{
  RapportHistory *history = rapport_session_get_history (self->session);
  RapportTransaction *transaction;

  rapport_selection_set (rapport_session_get_selection (self->session), "trust");
  transaction = rapport_history_begin (history, "Delete", NULL);
  rapport_transaction_delete (transaction, fixture_look (self->session, "trust"));
  rapport_transaction_commit (transaction);
  assert_rows (self, "Academia 1;University;NHS 0;Policy 1;City council;Third sector 0;"
                     "Shared structures 1;Board;Links 1;University and Board;"
                     "Tensions 1;Language: University;Responses 1;Meet;Who leads on what 1;Direction;"
                     "Words we use 1;PPI;");
  rapport_history_undo (history);
  assert_rows (self, "Academia 1;University;NHS 1;*Hospital trust;Policy 1;City council;Third sector 0;"
                     "Shared structures 1;Board;" REST);
}

static void
test_selection_from_map (Outline *self, gconstpointer data)
{
  const char *const ids[] = { "council", "l2", NULL };

  rapport_selection_set_all (rapport_session_get_selection (self->session), ids);
  assert_rows (self, "Academia 1;University;NHS 1;Hospital trust;Policy 1;*City council;Third sector 0;"
                     "Shared structures 1;Board;Links 3;University and Hospital trust;"
                     "*Hospital trust and City council;University and Board;"
                     "Tensions 1;Language: University;Responses 1;Meet;Who leads on what 1;Direction;"
                     "Words we use 1;PPI;");
  rapport_selection_clear (rapport_session_get_selection (self->session));
  test_lists_all (self, NULL);
}

static void
told_cb (RapportSelection *selection, guint *count)
{
  *count += 1;
}

static void
test_selection_from_list (Outline *self, gconstpointer data)
{
  RapportSelection *selection = rapport_session_get_selection (self->session);
  guint count = 0;

  g_signal_connect (selection, "changed", G_CALLBACK (told_cb), &count);
  gtk_selection_model_select_item (self->rows, 3, TRUE);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (rapport_selection_get_size (selection), ==, 1);
  g_assert_cmpstr (rapport_selection_get_id (selection, 0), ==, "trust");
  gtk_selection_model_select_item (self->rows, 1, FALSE);
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpuint (rapport_selection_get_size (selection), ==, 2);
  g_assert_true (rapport_selection_contains (selection, "uni"));
  g_signal_handlers_disconnect_by_func (selection, told_cb, &count);
}

static void
search (Outline *self, const char *text)
{
  GtkWidget *entry = fixture_find (self->outline, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_search (Outline *self, gconstpointer data)
{
  search (self, "board  univ");
  assert_rows (self, "Links 1;University and Board;");
  search (self, "nobody");
  assert_rows (self, "");
  g_assert_true (gtk_widget_get_mapped (
      fixture_find (self->outline, GTK_TYPE_LABEL, "Nothing on this map is called that.")));
  search (self, "BOARD");
  assert_rows (self, "Shared structures 1;Board;Links 1;University and Board;");
  fixture_set (self->session, "board", "label", "Panel");
  assert_rows (self, "");
  search (self, "");
  assert_rows (self, "Academia 1;University;NHS 1;Hospital trust;Policy 1;City council;Third sector 0;"
                     "Shared structures 1;Panel;Links 3;University and Hospital trust;"
                     "Hospital trust and City council;University and Panel;"
                     "Tensions 1;Language: University;Responses 1;Meet;Who leads on what 1;Direction;"
                     "Words we use 1;PPI;");
}

static void
entered_cb (RapportOutlineView *outline, const char *id, char **entered)
{
  g_free (*entered);
  *entered = g_strdup (id);
}

static void
test_enter (Outline *self, gconstpointer data)
{
  g_autofree char *entered = NULL;
  GtkWidget *list = fixture_find (self->outline, GTK_TYPE_LIST_VIEW, NULL);

  g_signal_connect (self->outline, "activated", G_CALLBACK (entered_cb), &entered);
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpstr (entered, ==, "uni");
  self->changes = 0;
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (self->changes, ==, 1);
  assert_rows (self, "Academia 1;NHS 1;Hospital trust;Policy 1;City council;Third sector 0;"
                     "Shared structures 1;Board;" REST);
}

/* Every button of the outline adds one thing, selects and enters it, and is one step of undo. */
static void
test_add (Outline *self, gconstpointer data)
{
  static const struct
  {
    const char *element;
    const char *which;
    RapportList list;
    guint before;
  } cases[] = {
    { "stakeholder", "nhs", RAPPORT_LIST_STAKEHOLDERS, 4 },
    { "stakeholder", "across", RAPPORT_LIST_STAKEHOLDERS, 4 },
    { "stakeholder", "", RAPPORT_LIST_STAKEHOLDERS, 4 },
    { "mark", "power", RAPPORT_LIST_MARKS, 1 },
    { "response", "", RAPPORT_LIST_RESPONSES, 1 },
    { "function", "", RAPPORT_LIST_FUNCTIONS, 1 },
    { "term", "", RAPPORT_LIST_TERMS, 1 },
  };
  RapportHistory *history = rapport_session_get_history (self->session);
  g_autofree char *entered = NULL;

  g_signal_connect (self->outline, "activated", G_CALLBACK (entered_cb), &entered);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RapportElementList *list
          = rapport_map_get_list (rapport_session_get_map (self->session), cases[i].list);
      RapportElement *added;

      g_assert_true (gtk_widget_activate_action (self->outline, "outline.add", "(ss)",
                                                 cases[i].element, cases[i].which));
      g_assert_cmpuint (rapport_element_list_get_length (list), ==, cases[i].before + 1);
      added = rapport_element_list_peek (list, cases[i].before);
      g_assert_cmpstr (entered, ==, rapport_element_get_id (added));
      g_assert_true (rapport_selection_get_only (rapport_session_get_selection (self->session)) == added);
      if (cases[i].list == RAPPORT_LIST_STAKEHOLDERS)
        g_assert_cmpstr (rapport_element_get_text (added, "sector"), ==,
                         *cases[i].which != '\0' ? cases[i].which : NULL);
      if (cases[i].list == RAPPORT_LIST_MARKS)
        g_assert_cmpstr (rapport_element_get_text (added, "level"), ==, "facilitator");
      rapport_history_undo (history);
      g_assert_cmpuint (rapport_element_list_get_length (list), ==, cases[i].before);
      g_assert_false (rapport_history_can_undo (history));
    }
  rapport_selection_clear (rapport_session_get_selection (self->session));
  test_lists_all (self, NULL);
}

/* A tension is felt on what is selected; a response is to the tensions that are. */
static void
test_add_on_selection (Outline *self, gconstpointer data)
{
  const char *const ids[] = { "uni", "g1", "l2", NULL };
  RapportSelection *selection = rapport_session_get_selection (self->session);

  rapport_selection_set_all (selection, ids);
  g_assert_true (rapport_additions_add_mark (self->session, "power"));
  g_assert_cmpstr (rapport_element_get_text (rapport_selection_get_only (selection), "on"), ==, "uni l2");
  rapport_selection_set (selection, "t1");
  g_assert_true (rapport_additions_add_response (self->session));
  g_assert_cmpstr (rapport_element_get_text (rapport_selection_get_only (selection), "marks"), ==, "t1");
}

/* Ten thousand are listed and found; a name among them costs no row. */
static void
test_many (void)
{
  RapportSession *session = fixture_session ();
  RapportTransaction *transaction
      = rapport_history_begin (rapport_session_get_history (session), "Many", NULL);
  Outline self = { session, g_object_new (RAPPORT_TYPE_OUTLINE_VIEW, NULL) };

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autoptr (RapportElement) element = rapport_stakeholder_new (id);

      rapport_element_init_text (element, "label", id);
      rapport_element_init_text (element, "sector", i % 2 ? "nhs" : "third");
      rapport_transaction_insert (transaction, element, G_MAXUINT);
    }
  rapport_transaction_commit (transaction);
  rapport_outline_view_set_session (RAPPORT_OUTLINE_VIEW (self.outline), session);
  fixture_show (self.outline);
  self.rows = gtk_list_view_get_model (
      GTK_LIST_VIEW (fixture_find (self.outline, GTK_TYPE_LIST_VIEW, NULL)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self.rows)), ==, 10 + 11 + 10000);
  rapport_selection_set (rapport_session_get_selection (session), "s9999");
  fixture_settle ();
  /* Academia and one, NHS and the trust and 5,000: the last of these. */
  g_assert_true (gtk_selection_model_is_selected (self.rows, 2 + 2 + 4999));
  g_assert_nonnull (fixture_find (self.outline, GTK_TYPE_LABEL, "s9999"));
  fixture_set (session, "s9999", "label", "The last");
  g_assert_nonnull (fixture_find (self.outline, GTK_TYPE_LABEL, "The last"));
  fixture_hide (self.outline);
  rapport_session_close (session);
  g_assert_finalize_object (session);
}

static GtkWidget *
find_chooser (Outline *self)
{
  GtkWidget *button = fixture_find (self->outline, GTK_TYPE_MENU_BUTTON, NULL);
  GtkWidget *child = gtk_widget_get_first_child (button);

  while (child != NULL && G_OBJECT_TYPE (child) != GTK_TYPE_POPOVER)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* What asks which link is to be made is gone with the answer, and the keyboard is with the button that it hung from. */
static void
test_chooser_goes (Outline *self, gconstpointer data)
{
  GtkWidget *button = fixture_find (self->outline, GTK_TYPE_MENU_BUTTON, NULL);

  for (guint i = 0; i < 5; i++)
    {
      gpointer chooser;

      gtk_widget_activate_action (self->outline, "outline.add", "(ss)", "link", "");
      fixture_settle ();
      chooser = find_chooser (self);
      g_object_add_weak_pointer (chooser, &chooser);
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (button)), chooser));
      gtk_popover_popdown (chooser);
      fixture_settle ();
      g_usleep (30000);
      fixture_settle ();
      g_assert_null (chooser);
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (button)), button));
    }
}

/* Nobody is selected: both ends ask for somebody, and the link cannot be added. */
static void
test_chooser_asks (Outline *self, gconstpointer data)
{
  GtkWidget *chooser;

  rapport_selection_clear (rapport_session_get_selection (self->session));
  gtk_widget_activate_action (self->outline, "outline.add", "(ss)", "link", "");
  fixture_settle ();
  chooser = find_chooser (self);
  g_assert_nonnull (fixture_find (chooser, GTK_TYPE_LABEL, "Choose…"));
  g_assert_null (fixture_find (chooser, GTK_TYPE_LABEL, "(None)"));
  g_assert_false (gtk_widget_get_sensitive (fixture_find (chooser, GTK_TYPE_BUTTON, "_Add the link")));
  gtk_popover_popdown (GTK_POPOVER (chooser));
  fixture_settle ();
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Outline *self, gconstpointer data);
  } cases[] = {
    { "lists-all", test_lists_all },
    { "follows-sector", test_follows_sector },
    { "rename", test_rename },
    { "delete-and-undo", test_delete_and_undo },
    { "selection-from-map", test_selection_from_map },
    { "selection-from-list", test_selection_from_list },
    { "search", test_search },
    { "enter", test_enter },
    { "add", test_add },
    { "add-on-selection", test_add_on_selection },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/outline/", cases[i].name, NULL);

      g_test_add (path, Outline, NULL, set_up, cases[i].test, tear_down);
    }
  g_test_add_func ("/outline/many", test_many);
  g_test_add ("/outline/chooser-goes", Outline, NULL, set_up, test_chooser_goes, tear_down);
  g_test_add ("/outline/chooser-asks", Outline, NULL, set_up, test_chooser_asks, tear_down);
  return g_test_run ();
}
