/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-inspector.h"

#include <string.h>

#include "rapport-form-row.h"
#include "rapport-level-chooser.h"
#include "rapport-link-reading.h"
#include "rapport-own-items.h"
#include "rapport-presence-row.h"
#include "rapport-stakeholder-reading.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *inspector;
  guint commits;
} Inspector;

static void
committed_cb (RapportHistory *history, GPtrArray *changes, guint *commits)
{
  *commits += 1;
}

static void
set_up (Inspector *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->inspector = g_object_new (RAPPORT_TYPE_INSPECTOR, NULL);
  rapport_inspector_set_session (RAPPORT_INSPECTOR (self->inspector), self->session);
  fixture_show (self->inspector);
  g_signal_connect (rapport_session_get_history (self->session), "committed", G_CALLBACK (committed_cb),
                    &self->commits);
}

static void
tear_down (Inspector *self, gconstpointer data)
{
  g_signal_handlers_disconnect_by_func (rapport_session_get_history (self->session), committed_cb,
                                        &self->commits);
  fixture_hide (self->inspector);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

static void
select_ids (Inspector *self, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);

  rapport_selection_set_all (rapport_session_get_selection (self->session), (const char *const *) list);
  fixture_settle ();
}

static void
undo (Inspector *self)
{
  g_assert_true (rapport_history_undo (rapport_session_get_history (self->session)));
  fixture_settle ();
}

/* The row that is called @title. */
static GtkWidget *
find_row (Inspector *self, const char *title)
{
  GtkWidget *row;

  fixture_settle ();
  row = fixture_find (self->inspector, RAPPORT_TYPE_FORM_ROW, title);
  if (row == NULL)
    g_test_message ("no row is called %s", title);
  g_assert_nonnull (row);
  return row;
}

/* The last of those in the row: a drop-down has lists of its own inside. */
static gpointer
find_in_row (Inspector *self, const char *title, GType type)
{
  GtkWidget *found = fixture_find (find_row (self, title), type, NULL);

  g_assert_nonnull (found);
  return found;
}

static void
type_text (Inspector *self, const char *title, const char *text)
{
  gtk_editable_set_text (find_in_row (self, title, GTK_TYPE_ENTRY), text);
}

static const char *
shown_choice (Inspector *self, const char *title)
{
  GtkDropDown *choices = find_in_row (self, title, GTK_TYPE_DROP_DOWN);

  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (choices));
}

static void
choose (Inspector *self, const char *title, const char *choice)
{
  GtkDropDown *choices = find_in_row (self, title, GTK_TYPE_DROP_DOWN);
  GListModel *model = gtk_drop_down_get_model (choices);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i), choice) == 0)
      {
        gtk_drop_down_set_selected (choices, i);
        fixture_settle ();
        return;
      }
  g_test_message ("“%s” cannot be “%s”", title, choice);
  g_assert_not_reached ();
}

static const char *
get_text (Inspector *self, const char *id, const char *property)
{
  return rapport_element_get_text (fixture_look (self->session, id), property);
}

/* What is typed is told at once and is one step of undo; the row follows undo. */
static void
test_text (Inspector *self, gconstpointer data)
{
  select_ids (self, "uni");
  type_text (self, "Name", "Lead");
  type_text (self, "Name", "Lead ");
  g_assert_cmpstr (gtk_editable_get_text (find_in_row (self, "Name", GTK_TYPE_ENTRY)), ==, "Lead ");
  type_text (self, "Name", "Lead university");
  g_assert_cmpstr (get_text (self, "uni", "label"), ==, "Lead university");
  g_assert_cmpstr (rapport_history_get_undo_label (rapport_session_get_history (self->session)), ==,
                   "Change of “Name”");
  undo (self);
  g_assert_cmpstr (get_text (self, "uni", "label"), ==, "University");
  g_assert_cmpstr (gtk_editable_get_text (find_in_row (self, "Name", GTK_TYPE_ENTRY)), ==, "University");
  g_assert_false (rapport_history_can_undo (rapport_session_get_history (self->session)));
}

static void
test_long_text (Inspector *self, gconstpointer data)
{
  GtkTextBuffer *buffer;

  select_ids (self, "uni");
  buffer = gtk_text_view_get_buffer (find_in_row (self, "What brings them in", GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_set_text (buffer, "One line\nand another", -1);
  g_assert_cmpstr (get_text (self, "uni", "brings-in"), ==, "One line\nand another");
  gtk_text_buffer_set_text (buffer, "", -1);
  g_assert_null (get_text (self, "uni", "brings-in"));
}

static void
test_choices (Inspector *self, gconstpointer data)
{
  const RapportReading *reading;

  select_ids (self, "uni");
  g_assert_cmpstr (shown_choice (self, "Sector"), ==, "Academia");
  choose (self, "Sector", "Policy");
  g_assert_cmpstr (get_text (self, "uni", "sector"), ==, "policy");
  choose (self, "Sector", "No sector yet");
  g_assert_null (get_text (self, "uni", "sector"));
  choose (self, "Part of", "Board");
  g_assert_cmpstr (get_text (self, "uni", "parent"), ==, "board");
  g_assert_cmpstr (shown_choice (self, "Influence"), ==, "4 of 5");
  choose (self, "Influence", "0 of 5");
  reading = rapport_element_get_reading (fixture_look (self->session, "uni"), "now", NULL);
  g_assert_cmpint (rapport_stakeholder_reading_get_influence (reading), ==, 0);
  choose (self, "Influence", "Not discussed");
  reading = rapport_element_get_reading (fixture_look (self->session, "uni"), "now", NULL);
  g_assert_cmpint (rapport_stakeholder_reading_get_influence (reading), ==, RAPPORT_LEVEL_UNSET);
  choose (self, "Influence", "Views differ");
  reading = rapport_element_get_reading (fixture_look (self->session, "uni"), "now", NULL);
  g_assert_cmpint (rapport_stakeholder_reading_get_influence (reading), ==, RAPPORT_LEVEL_DIFFER);
  /* Each choice is a step of its own. */
  undo (self);
  undo (self);
  g_assert_cmpstr (shown_choice (self, "Influence"), ==, "0 of 5");
  /* Another time is not touched. */
  reading = rapport_element_get_reading (fixture_look (self->session, "uni"), "aim", NULL);
  g_assert_cmpint (rapport_stakeholder_reading_get_influence (reading), ==, RAPPORT_LEVEL_UNSET);
}

/* Only a shared structure bridges sectors and is there for something. */
static void
test_kind_decides_rows (Inspector *self, gconstpointer data)
{
  select_ids (self, "uni");
  g_assert_null (fixture_find (self->inspector, RAPPORT_TYPE_FORM_ROW, "Bridges"));
  choose (self, "Kind", "Shared structure");
  g_assert_nonnull (fixture_find (self->inspector, RAPPORT_TYPE_FORM_ROW, "Bridges"));
  choose (self, "Bridges", "NHS");
  choose (self, "Bridges", "Academia");
  g_assert_cmpstr (get_text (self, "uni", "spans"), ==, "nhs academia");
  g_signal_emit_by_name (fixture_find (find_row (self, "Bridges"), GTK_TYPE_BUTTON, "Take off: NHS"), "clicked");
  g_assert_cmpstr (get_text (self, "uni", "spans"), ==, "academia");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (fixture_find (find_row (self, "What it is for"), GTK_TYPE_TOGGLE_BUTTON, "Hold money")),
      TRUE);
  g_assert_cmpstr (get_text (self, "uni", "purposes"), ==, "hold-money");
}

/* In one's view, nothing said is as in the draft, and not discussed is something said. */
static void
test_view (Inspector *self, gconstpointer data)
{
  RapportElement *uni = fixture_look (self->session, "uni");
  g_autoptr (RapportLens) lens
      = rapport_lens_with_perspective (rapport_session_get_lens (self->session), "v1");

  select_ids (self, "uni");
  rapport_session_set_lens (self->session, lens);
  g_assert_cmpstr (shown_choice (self, "Influence"), ==, "As in the draft: 4 of 5");
  choose (self, "Influence", "1 of 5");
  g_assert_cmpint (rapport_reading_get_level (rapport_element_get_reading (uni, "now", "v1"), "influence"), ==, 1);
  g_assert_cmpint (rapport_reading_get_level (rapport_element_get_reading (uni, "now", NULL), "influence"), ==, 4);
  choose (self, "Influence", "Not discussed");
  g_assert_cmpint (rapport_reading_get_level (rapport_element_get_reading (uni, "now", "v1"), "influence"), ==,
                   RAPPORT_LEVEL_NOT_DISCUSSED);
  choose (self, "Influence", "As in the draft: 4 of 5");
  g_assert_null (rapport_element_get_reading (uni, "now", "v1"));
}

static void
test_presence (Inspector *self, gconstpointer data)
{
  GtkWidget *row;

  select_ids (self, "trust");
  row = fixture_find (self->inspector, RAPPORT_TYPE_PRESENCE_ROW, NULL);
  gtk_switch_set_active (GTK_SWITCH (fixture_find (row, GTK_TYPE_SWITCH, NULL)), FALSE);
  fixture_settle ();
  g_assert_false (rapport_element_is_in_phase (fixture_look (self->session, "trust"), "now"));
  g_assert_null (fixture_find (self->inspector, RAPPORT_TYPE_FORM_ROW, "Influence"));
  undo (self);
  g_assert_true (rapport_element_is_in_phase (fixture_look (self->session, "trust"), "now"));
  g_assert_cmpstr (shown_choice (self, "Influence"), ==, "4 of 5");
}

static void
test_link (Inspector *self, gconstpointer data)
{
  RapportElement *link = fixture_look (self->session, "l1");
  RapportFormField *field;
  g_auto (GStrv) own = NULL;
  GtkWidget *chips;
  GtkEntry *entry;

  select_ids (self, "l1");
  g_assert_cmpstr (shown_choice (self, "Gives"), ==, "3 · a lot");
  choose (self, "Can decide or say no", "0 · nothing");
  g_assert_cmpint (rapport_reading_get_level (rapport_element_get_reading (link, "now", NULL), "power-a"), ==, 0);
  g_assert_cmpint (rapport_reading_get_level (rapport_element_get_reading (link, "now", NULL), "power-b"), ==,
                   RAPPORT_LEVEL_UNSET);
  chips = find_row (self, "What is given");
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (fixture_find (chips, GTK_TYPE_TOGGLE_BUTTON, "Money"))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fixture_find (chips, GTK_TYPE_TOGGLE_BUTTON, "Money")), FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fixture_find (chips, GTK_TYPE_TOGGLE_BUTTON, "Data")), TRUE);
  g_assert_cmpstr (rapport_reading_get_text (rapport_element_get_reading (link, "now", NULL), "items-a"), ==,
                   "time data");
  entry = GTK_ENTRY (fixture_find (chips, GTK_TYPE_ENTRY, NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "  a   parking place ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  field = rapport_form_row_get_field (RAPPORT_FORM_ROW (chips));
  own = rapport_own_items_list (field, "a");
  g_assert_cmpuint (g_strv_length (own), ==, 2);
  g_assert_cmpstr (own[0], ==, "a room");
  g_assert_cmpstr (own[1], ==, "a parking place");
  g_signal_emit_by_name (fixture_find (chips, GTK_TYPE_BUTTON, "Take off: a room"), "clicked");
  g_clear_pointer (&own, g_strfreev);
  own = rapport_own_items_list (field, "a");
  g_assert_cmpuint (g_strv_length (own), ==, 1);
  g_clear_pointer (&own, g_strfreev);
  own = rapport_own_items_list (field, "b");
  g_assert_cmpuint (g_strv_length (own), ==, 0);
  for (guint i = 0; i < 5; i++)
    undo (self);
  g_assert_false (rapport_history_can_undo (rapport_session_get_history (self->session)));
}

static GVariant *
get_cell (Inspector *self, const char *id, const char *property, gsize record, gsize cell)
{
  GVariant *records = rapport_element_get_records (fixture_look (self->session, id), property);
  g_autoptr (GVariant) child = g_variant_get_child_value (records, record);

  return g_variant_get_child_value (child, cell);
}

static void
assert_cell (Inspector *self, const char *id, const char *property, gsize record, gsize cell, const char *expected)
{
  g_autoptr (GVariant) value = get_cell (self, id, property, record, cell);

  g_assert_cmpstr (g_variant_get_string (value, NULL), ==, expected);
}

static void
test_notes (Inspector *self, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *chooser;

  select_ids (self, "uni");
  row = find_row (self, "Notes");
  chooser = fixture_find (row, RAPPORT_TYPE_LEVEL_CHOOSER, NULL);
  g_assert_cmpstr (rapport_level_chooser_get (RAPPORT_LEVEL_CHOOSER (chooser)), ==, "private");
  g_assert_nonnull (fixture_find (
      row, GTK_TYPE_LABEL, "Not shown or exported, but anyone with the file can read it."));
  g_signal_emit_by_name (fixture_find (row, GTK_TYPE_BUTTON, "Add a _note"), "clicked");
  assert_cell (self, "uni", "note", 1, 0, "facilitator");
  assert_cell (self, "uni", "note", 1, 1, "");
  assert_cell (self, "uni", "note", 0, 1, "Careful here");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fixture_find (chooser, GTK_TYPE_DROP_DOWN, NULL)), 0);
  assert_cell (self, "uni", "note", 0, 0, "shared");
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find (row, GTK_TYPE_TEXT_VIEW, NULL))), "Changed", -1);
  assert_cell (self, "uni", "note", 0, 1, "Changed");
  g_signal_emit_by_name (fixture_find (row, GTK_TYPE_BUTTON, "Delete this note"), "clicked");
  assert_cell (self, "uni", "note", 0, 0, "facilitator");
  for (guint i = 0; i < 4; i++)
    undo (self);
  assert_cell (self, "uni", "note", 0, 1, "Careful here");
  g_assert_cmpstr (rapport_level_chooser_get (
                       RAPPORT_LEVEL_CHOOSER (fixture_find (row, RAPPORT_TYPE_LEVEL_CHOOSER, NULL))), ==,
                   "private");
  g_assert_false (rapport_history_can_undo (rapport_session_get_history (self->session)));
}

/* What they share is shown, what differs is mixed, and one choice sets all in one step. */
static void
test_several (Inspector *self, gconstpointer data)
{
  select_ids (self, "uni trust council");
  g_assert_null (fixture_find (self->inspector, RAPPORT_TYPE_FORM_ROW, "Name"));
  g_assert_cmpstr (shown_choice (self, "Kind"), ==, "Organisation");
  g_assert_cmpstr (shown_choice (self, "Sector"), ==, "Mixed");
  g_assert_cmpstr (shown_choice (self, "Influence"), ==, "Mixed");
  self->commits = 0;
  choose (self, "Influence", "3 of 5");
  g_assert_cmpuint (self->commits, ==, 1);
  for (guint i = 0; i < 3; i++)
    {
      const char *const ids[] = { "uni", "trust", "council" };

      g_assert_cmpint (rapport_reading_get_level (
                           rapport_element_get_reading (fixture_look (self->session, ids[i]), "now", NULL),
                           "influence"),
                       ==, 3);
    }
  g_assert_cmpstr (shown_choice (self, "Influence"), ==, "3 of 5");
  undo (self);
  g_assert_cmpstr (shown_choice (self, "Influence"), ==, "Mixed");
  gtk_switch_set_active (find_in_row (self, "To discuss", GTK_TYPE_SWITCH), TRUE);
  g_assert_true (rapport_element_get_flag (fixture_look (self->session, "council"), "starred"));
  undo (self);
  g_assert_false (rapport_element_get_flag (fixture_look (self->session, "uni"), "starred"));
  g_assert_false (rapport_history_can_undo (rapport_session_get_history (self->session)));
}

/* Of things of several types, what they all have. */
static void
test_several_types (Inspector *self, gconstpointer data)
{
  select_ids (self, "uni l2");
  gtk_switch_set_active (find_in_row (self, "To discuss", GTK_TYPE_SWITCH), TRUE);
  g_assert_true (rapport_element_get_flag (fixture_look (self->session, "uni"), "starred"));
  g_assert_true (rapport_element_get_flag (fixture_look (self->session, "l2"), "starred"));
  undo (self);
  g_assert_false (rapport_element_get_flag (fixture_look (self->session, "l2"), "starred"));
  select_ids (self, "t1 p1");
  g_assert_nonnull (fixture_find (self->inspector, RAPPORT_TYPE_FORM_ROW, "Who may see it"));
  select_ids (self, "f1 l2");
  g_assert_null (fixture_find (self->inspector, RAPPORT_TYPE_FORM_ROW, NULL));
}

/* Nobody has to guess what a field is for. */
static guint
check_help (GtkWidget *widget)
{
  guint n = 0;

  if (RAPPORT_IS_FORM_ROW (widget))
    {
      const RapportProperty *property = rapport_form_row_get_field (RAPPORT_FORM_ROW (widget))->property;

      if (property->help == NULL)
        g_test_message ("nothing says what %s is for", property->name);
      g_assert_nonnull (property->help);
      g_assert_nonnull (fixture_find (widget, GTK_TYPE_LABEL, property->help));
      n = 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_help (child);
  return n;
}

/* Everything that a map holds has its form, and every form can be shown. */
static void
test_every_type (Inspector *self, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *rows[6];
  } cases[] = {
    { "uni", { "Name", "Ring", "Stake", "In their words", "Notes", "Angle" } },
    { "l1", { "What links them", "To discuss", "Gives", "By what", "Fair for us", "Notes" } },
    { "t1", { "Tension", "Felt here", "What shuts out", "What lets in", "Where it lies", "Evidence" } },
    { "p1", { "What", "Kind", "By whom", "With which structure", "Look again on", "Who may see it" } },
    { "f1", { "Name", "Held by" } },
    { "g1", { "Word", "In plain words", "State", "Used by" } },
    { "", { "Title", "Question", "Sensitivity", "Ground rules", "Backdrop", "Standing" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      select_ids (self, cases[i].id);
      for (guint j = 0; j < 6 && cases[i].rows[j] != NULL; j++)
        find_row (self, cases[i].rows[j]);
      g_assert_cmpuint (check_help (self->inspector), >=, 2);
    }
}

static void
test_references (Inspector *self, gconstpointer data)
{
  select_ids (self, "p1");
  choose (self, "By whom", "Board");
  g_assert_cmpstr (get_text (self, "p1", "by"), ==, "uni trust board");
  choose (self, "With which structure", "Board");
  g_assert_cmpstr (get_text (self, "p1", "structure"), ==, "board");
  select_ids (self, "f1");
  choose (self, "Held by", "University");
  g_assert_cmpstr (rapport_reading_get_text (
                       rapport_element_get_reading (fixture_look (self->session, "f1"), "now", NULL), "by"),
                   ==, "board uni");
  g_assert_null (rapport_element_get_reading (fixture_look (self->session, "f1"), "aim", NULL));
}

static void
test_dates (Inspector *self, gconstpointer data)
{
  static const char *const bad[] = { "soon", "2026-13", "2026-02-30", "26", "2026-1", "2026-11-2", "2026-11-23x" };
  static const char *const good[] = { "2026", "2026-11", "2026-11-23", "2028-02-29" };

  select_ids (self, "p1");
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      type_text (self, "Look again on", good[i]);
      g_assert_cmpstr (get_text (self, "p1", "look-again"), ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      type_text (self, "Look again on", bad[i]);
      /* The old one was taken out letter by letter. */
      g_assert_null (get_text (self, "p1", "look-again"));
      g_assert_nonnull (fixture_find (find_row (self, "Look again on"), GTK_TYPE_LABEL,
                                      "A date looks like 2026, 2026-11 or 2026-11-23."));
    }
  type_text (self, "Look again on", "");
  g_assert_null (get_text (self, "p1", "look-again"));
}

static void
test_map (Inspector *self, gconstpointer data)
{
  RapportElementList *phases
      = rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_PHASES);
  GtkSpinButton *spin;

  type_text (self, "Title", "Five");
  g_assert_cmpstr (rapport_map_get_title (rapport_session_get_map (self->session)), ==, "Five");
  choose (self, "Standing", "Agreed in the room");
  g_assert_cmpstr (get_text (self, "now", "standing"), ==, "agreed");
  spin = find_in_row (self, "People in the room", GTK_TYPE_SPIN_BUTTON);
  gtk_spin_button_set_value (spin, 4);
  g_assert_cmpstr (get_text (self, "now", "people"), ==, "academia:4");
  gtk_spin_button_set_value (spin, 0);
  g_assert_null (get_text (self, "now", "people"));
  g_signal_emit_by_name (fixture_find (self->inspector, GTK_TYPE_BUTTON, "_Keep this and start a new time"),
                         "clicked");
  g_assert_cmpuint (rapport_element_list_get_length (phases), ==, 3);
  g_assert_cmpint (rapport_reading_get_level (
                       rapport_element_get_reading (
                           fixture_look (self->session, "uni"),
                           rapport_element_get_id (rapport_element_list_peek (phases, 2)), NULL),
                       "influence"),
                   ==, 4);
  undo (self);
  g_assert_cmpuint (rapport_element_list_get_length (phases), ==, 2);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Inspector *self, gconstpointer data);
  } cases[] = {
    { "text", test_text },
    { "long-text", test_long_text },
    { "choices", test_choices },
    { "kind-decides-rows", test_kind_decides_rows },
    { "view", test_view },
    { "presence", test_presence },
    { "link", test_link },
    { "notes", test_notes },
    { "several", test_several },
    { "several-types", test_several_types },
    { "every-type", test_every_type },
    { "references", test_references },
    { "dates", test_dates },
    { "map", test_map },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/inspector/", cases[i].name, NULL);

      g_test_add (path, Inspector, NULL, set_up, cases[i].test, tear_down);
    }
  return g_test_run ();
}
