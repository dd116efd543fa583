/* rapport-tension-more.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-tension-more.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-chip.h"
#include "rapport-choice-names.h"
#include "rapport-pip-row.h"
#include "rapport-records.h"
#include "rapport-response.h"
#include "rapport-tension.h"
#include "rapport-text.h"

/* A piece of evidence: kind, date, text, and what this version does not know of it, which stays. */
#define N_CELLS 4

struct _RapportTensionMore
{
  GtkWidget parent_instance;

  RapportMarking *marking;  /* owned */

  /* Borrowed */
  GtkWidget *grid;
  GtkWidget *position;
  GtkWidget *no_position;   /* a row of one: nothing was said of where it lies */
  GtkWidget *felt;
  GtkWidget *pull;          /* nullable: only narratives have it */
  GtkWidget *state;
  GtkWidget *evidence;
  GtkWidget *evidence_kind;
  GtkWidget *evidence_text;
  GtkWidget *responses;
  GtkWidget *response_text;

  int n_rows;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (RapportTensionMore, rapport_tension_more, GTK_TYPE_WIDGET)

static const RapportWord evidence_kinds[] = {
  { "example", N_("Example") },
  { "document", N_("Document") },
  { "experience", N_("Experience") },
  { "data", N_("Data") },
  { NULL },
};

static const RapportProperty *
find_property (RapportTensionMore *self, const char *name)
{
  return rapport_element_find_property (rapport_marking_get_words (self->marking), name);
}

static guint
count_words (const RapportWord *words)
{
  guint n = 0;

  while (words[n].word != NULL)
    n++;
  return n;
}

static void
add_row (RapportTensionMore *self, const char *title, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, self->n_rows, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), widget, 1, self->n_rows, 1, 1);
  gtk_widget_set_hexpand (widget, TRUE);
  self->n_rows++;
}

/* --- Levels and words --- */

static void
level_cb (RapportTensionMore *self, int level, GtkWidget *row)
{
  rapport_marking_set (self->marking, row == self->felt ? "felt" : "position",
                       level == RAPPORT_LEVEL_UNSET ? NULL : g_variant_new_int16 ((gint16) level));
}

static char *
name_step (const char *const poles[2], int level)
{
  const char *pole = g_dgettext (GETTEXT_PACKAGE, poles[level > 0]);

  if (level == 0)
    return g_strdup (_("in between, or both"));
  /* Translators: %s is one end of a tension, such as “excluding”. */
  return level == -2 || level == 2 ? g_strdup_printf (_("strongly: %s"), pole) : g_strdup_printf (_("rather: %s"), pole);
}

/* Neither end is the good one: five steps without numbers, between two names. */
static GtkWidget *
new_position (RapportTensionMore *self)
{
  const char *const *poles = rapport_tension_get (rapport_marking_get_tension (self->marking))->poles;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const RapportPip unset = { RAPPORT_LEVEL_UNSET, _("Not said"), _("Not said") };
  RapportPip pips[5];

  for (int i = 0; i < 5; i++)
    {
      g_ptr_array_add (names, name_step (poles, i - 2));
      pips[i] = (RapportPip){ i - 2, "", g_ptr_array_index (names, (guint) i) };
    }
  self->position = rapport_pip_row_new (pips, G_N_ELEMENTS (pips), _("Where it lies"));
  self->no_position = rapport_pip_row_new (&unset, 1, _("Where it lies"));
  gtk_widget_add_css_class (self->position, "steps");
  gtk_widget_add_css_class (self->no_position, "words");
  g_signal_connect_object (self->position, "answered", G_CALLBACK (level_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->no_position, "answered", G_CALLBACK (level_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), gtk_label_new (g_dgettext (GETTEXT_PACKAGE, poles[0])));
  gtk_box_append (GTK_BOX (box), self->position);
  gtk_box_append (GTK_BOX (box), gtk_label_new (g_dgettext (GETTEXT_PACKAGE, poles[1])));
  gtk_box_append (GTK_BOX (box), self->no_position);
  return box;
}

static GtkWidget *
new_felt (RapportTensionMore *self)
{
  const RapportPip pips[] = {
    { 1, _("A little"), _("1, a little") },
    { 2, _("Clearly"), _("2, clearly") },
    { 3, _("Strongly"), _("3, strongly") },
    { RAPPORT_LEVEL_UNSET, _("Not said"), _("Not said") },
  };

  self->felt = rapport_pip_row_new (pips, G_N_ELEMENTS (pips), _("How strongly it is felt"));
  gtk_widget_add_css_class (self->felt, "words");
  g_signal_connect_object (self->felt, "answered", G_CALLBACK (level_cb), self, G_CONNECT_SWAPPED);
  return self->felt;
}

static void
pull_cb (RapportTensionMore *self, int place)
{
  const RapportWord *words = find_property (self, "pull")->words;

  rapport_marking_set (self->marking, "pull", place >= 0 ? g_variant_new_string (words[place].word) : NULL);
}

static GtkWidget *
new_pull (RapportTensionMore *self)
{
  const RapportWord *words = find_property (self, "pull")->words;
  guint n = count_words (words);
  g_autofree RapportPip *pips = g_new (RapportPip, n + 1);

  for (guint i = 0; i < n; i++)
    pips[i] = (RapportPip){ (int) i, g_dgettext (GETTEXT_PACKAGE, words[i].title),
                            g_dgettext (GETTEXT_PACKAGE, words[i].title) };
  pips[n] = (RapportPip){ RAPPORT_LEVEL_UNSET, _("Not said"), _("Not said") };
  self->pull = rapport_pip_row_new (pips, n + 1, _("Which way it pulls"));
  gtk_widget_add_css_class (self->pull, "words");
  g_signal_connect_object (self->pull, "answered", G_CALLBACK (pull_cb), self, G_CONNECT_SWAPPED);
  return self->pull;
}

static void
state_cb (RapportTensionMore *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state));

  if (!self->updating)
    rapport_marking_set (self->marking, "state",
                         selected > 0 ? g_variant_new_string (find_property (self, "state")->words[selected - 1].word)
                                      : NULL);
}

/* @first: (nullable): stands before the words */
static GtkWidget *
new_drop_down (const RapportWord *words, const char *first, const char *name)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  if (first != NULL)
    gtk_string_list_append (titles, first);
  for (const RapportWord *word = words; word->word != NULL; word++)
    gtk_string_list_append (titles, g_dgettext (GETTEXT_PACKAGE, word->title));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  gtk_widget_set_halign (drop_down, GTK_ALIGN_START);
  rapport_choice_names_mend (drop_down, name);
  return drop_down;
}

static GtkWidget *
new_state (RapportTensionMore *self)
{
  self->state = new_drop_down (find_property (self, "state")->words, _("Not said"), _("What has become of it"));
  g_signal_connect_object (self->state, "notify::selected", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  return self->state;
}

/* The place of a word, or RAPPORT_LEVEL_UNSET. */
static int
find_word (const RapportWord *words, const char *word)
{
  for (int i = 0; words[i].word != NULL; i++)
    if (g_strcmp0 (words[i].word, word) == 0)
      return i;
  return RAPPORT_LEVEL_UNSET;
}

/* --- Evidence --- */

static GVariant *
get_evidence (RapportTensionMore *self)
{
  RapportElement *mark = rapport_marking_get_mark (self->marking);

  return mark != NULL ? rapport_element_get_records (mark, "evidence") : NULL;
}

static void
append_cell (GString *cells, const char *text)
{
  g_string_append_len (cells, text, (gssize) strlen (text) + 1);
}

/* All of it but the piece at @left_out. */
static GString *
copy_evidence (RapportTensionMore *self, gsize left_out, guint *n)
{
  GString *cells = g_string_new (NULL);
  GVariant *records = get_evidence (self);

  *n = 0;
  for (gsize i = 0; records != NULL && i < g_variant_n_children (records); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

      if (i == left_out)
        continue;
      *n += 1;
      for (gsize j = 0; j < N_CELLS; j++)
        {
          const char *cell;

          g_variant_get_child (record, j, "&s", &cell);
          append_cell (cells, cell);
        }
    }
  return cells;
}

static void
set_evidence (RapportTensionMore *self, GString *cells, guint n)
{
  g_autoptr (GVariant) records = n > 0 ? rapport_records_pack (cells->str, N_CELLS, n) : NULL;

  rapport_marking_set (self->marking, "evidence", records);
}

static void
evidence_added_cb (RapportTensionMore *self)
{
  guint kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->evidence_kind));
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->evidence_text));
  g_autofree char *text = rapport_text_from_user (typed, -1);
  guint n;
  g_autoptr (GString) cells = copy_evidence (self, G_MAXSIZE, &n);

  if (*text == '\0')
    return;
  append_cell (cells, evidence_kinds[kind].word);
  append_cell (cells, "");
  append_cell (cells, text);
  append_cell (cells, "");
  gtk_editable_set_text (GTK_EDITABLE (self->evidence_text), "");
  set_evidence (self, cells, n + 1);
}

static void
evidence_removed_cb (RapportTensionMore *self, GtkWidget *chip)
{
  gsize place = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (chip), "place"));
  guint n;
  g_autoptr (GString) cells = copy_evidence (self, place, &n);

  set_evidence (self, cells, n);
}

static void
add_piece (RapportTensionMore *self, GVariant *record, gsize place)
{
  const char *kind;
  const char *date;
  const char *text;
  g_autofree char *words = NULL;
  int known;
  GtkWidget *chip;

  g_variant_get_child (record, 0, "&s", &kind);
  g_variant_get_child (record, 1, "&s", &date);
  g_variant_get_child (record, 2, "&s", &text);
  known = find_word (evidence_kinds, kind);
  words = g_strconcat (known >= 0 ? g_dgettext (GETTEXT_PACKAGE, evidence_kinds[known].title) : kind,
                       *date != '\0' ? " " : "", date, *kind != '\0' || *date != '\0' ? ": " : "", text, NULL);
  chip = rapport_chip_new_removable (words);
  g_object_set_data (G_OBJECT (chip), "place", GSIZE_TO_POINTER (place));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (evidence_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->evidence), chip);
}

static GtkWidget *
new_entry (const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  return entry;
}

static GtkWidget *
new_evidence (RapportTensionMore *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->evidence = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->evidence_kind = new_drop_down (evidence_kinds, NULL, _("Kind of evidence"));
  self->evidence_text = new_entry (_("What it rests on, then Enter"));
  g_signal_connect_object (self->evidence_text, "activate", G_CALLBACK (evidence_added_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->evidence_kind);
  gtk_box_append (GTK_BOX (line), self->evidence_text);
  gtk_box_append (GTK_BOX (box), self->evidence);
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

/* --- Responses --- */

static void
response_added_cb (RapportTensionMore *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->response_text));
  g_autofree char *text = rapport_text_from_user (typed, -1);

  if (*text == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->response_text), "");
  rapport_marking_respond (self->marking, text);
}

static GtkWidget *
new_responses (RapportTensionMore *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->responses = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->response_text = new_entry (_("What could we try? Then Enter"));
  g_signal_connect_object (self->response_text, "activate", G_CALLBACK (response_added_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->responses);
  gtk_box_append (GTK_BOX (box), self->response_text);
  return box;
}

static void
add_response (RapportTensionMore *self, RapportElement *response)
{
  const char *what = rapport_element_get_text (response, "what");
  const char *status = rapport_element_get_text (response, "status");
  const RapportWord *statuses = rapport_element_find_property (response, "status")->words;
  int place = find_word (statuses, status);
  g_autofree char *words
      = g_strdup_printf ("%s · %s", what != NULL ? what : _("A response without words"),
                         place >= 0 ? g_dgettext (GETTEXT_PACKAGE, statuses[place].title) : _("Not said"));
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (self->responses), label);
}

/* --- Following the map --- */

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
refresh_lists (RapportTensionMore *self, RapportElement *mark)
{
  GVariant *records = get_evidence (self);
  RapportMap *map = rapport_session_get_map (rapport_marking_get_session (self->marking));
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_RESPONSES);

  empty (self->evidence);
  for (gsize i = 0; records != NULL && i < g_variant_n_children (records); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

      add_piece (self, record, i);
    }
  empty (self->responses);
  for (guint i = 0; mark != NULL && i < rapport_element_list_get_length (list); i++)
    {
      RapportElement *response = rapport_element_list_peek (list, i);

      if (rapport_words_contain (rapport_element_get_text (response, "marks"), rapport_element_get_id (mark)))
        add_response (self, response);
    }
}

/* Shows what the map says now; nothing where nothing was said. */
void
rapport_tension_more_refresh (RapportTensionMore *self)
{
  RapportElement *mark;
  RapportElement *shown;
  int state;

  g_return_if_fail (RAPPORT_IS_TENSION_MORE (self));
  mark = rapport_marking_get_mark (self->marking);
  shown = mark != NULL ? mark : rapport_marking_get_words (self->marking);
  self->updating = TRUE;
  rapport_pip_row_set_level (RAPPORT_PIP_ROW (self->position), rapport_element_get_level (shown, "position"));
  rapport_pip_row_set_level (RAPPORT_PIP_ROW (self->no_position), rapport_element_get_level (shown, "position"));
  rapport_pip_row_set_level (RAPPORT_PIP_ROW (self->felt), rapport_element_get_level (shown, "felt"));
  if (self->pull != NULL)
    rapport_pip_row_set_level (RAPPORT_PIP_ROW (self->pull),
                               find_word (find_property (self, "pull")->words, rapport_element_get_text (shown, "pull")));
  state = find_word (find_property (self, "state")->words, rapport_element_get_text (shown, "state"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->state), state >= 0 ? (guint) state + 1 : 0);
  refresh_lists (self, mark);
  self->updating = FALSE;
}

static void
rapport_tension_more_dispose (GObject *object)
{
  RapportTensionMore *self = RAPPORT_TENSION_MORE (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->marking);

  G_OBJECT_CLASS (rapport_tension_more_parent_class)->dispose (object);
}

static void
rapport_tension_more_class_init (RapportTensionMoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_tension_more_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rapport_tension_more_init (RapportTensionMore *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/* Returns: (transfer floating) */
GtkWidget *
rapport_tension_more_new (RapportMarking *marking)
{
  RapportTensionMore *self = g_object_new (RAPPORT_TYPE_TENSION_MORE, NULL);

  self->marking = g_object_ref (marking);
  add_row (self, _("Where it lies"), new_position (self));
  if (rapport_marking_get_tension (marking) == 1)
    add_row (self, _("Which way it pulls"), new_pull (self));
  add_row (self, _("How strongly it is felt"), new_felt (self));
  add_row (self, _("What has become of it"), new_state (self));
  add_row (self, _("Evidence"), new_evidence (self));
  add_row (self, _("Responses"), new_responses (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self), rapport_marking_is_possible (marking));
  rapport_tension_more_refresh (self);
  return GTK_WIDGET (self);
}
