/* rapport-link-more.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-link-more.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-chip-box.h"
#include "rapport-link-answers.h"
#include "rapport-link-reading.h"
#include "rapport-notes-box.h"
#include "rapport-pip-row.h"
#include "rapport-records.h"
#include "rapport-text.h"

struct _RapportLinkMore
{
  GtkWidget parent_instance;

  /* Owned */
  RapportSession *session;
  RapportElement *link;

  /* Borrowed; those of a question that is not on show are NULL. By side. */
  GtkWidget *grid;
  GtkWidget *items[2];
  GtkWidget *kinds[2];
  GtkWidget *fair[2];
  GtkWidget *notes;
};

G_DEFINE_FINAL_TYPE (RapportLinkMore, rapport_link_more, GTK_TYPE_WIDGET)

static const char *const item_fields[] = { "items-a", "items-b" };
static const char *const kind_fields[] = { "kinds-a", "kinds-b" };
static const char *const fair_fields[] = { "fair-a", "fair-b" };
static const char *const side_words[] = { "a", "b" };
/* The levels of the row of fairness, in its order. */
static const char *const fair_words[] = { "yes", "partly", "no" };

/* Returns: (transfer full): as it is seen now */
static RapportReading *
see (RapportLinkMore *self)
{
  RapportReading *seen = rapport_lens_read (rapport_session_get_lens (self->session), self->link);

  return seen != NULL ? seen : rapport_reading_new (rapport_link_reading_kind ());
}

static const RapportProperty *
find_field (const char *name)
{
  const RapportReadingKind *kind = rapport_link_reading_kind ();

  return rapport_properties_find (kind->properties, kind->n_properties, name);
}

/* --- Words --- */

/* In a view, an empty list says "none", where an absent one would say "as agreed". */
static void
set_words (RapportLinkMore *self, const char *field, const char *word, gboolean chosen, const char *label)
{
  g_autoptr (RapportReading) seen = see (self);
  const char *old = rapport_reading_get_text (seen, field);
  g_autofree char *words = chosen ? rapport_words_add (old, word) : rapport_words_drop (old, word);
  gboolean one_view = rapport_lens_get_perspective (rapport_session_get_lens (self->session)) != NULL;

  rapport_link_set_value (self->session, self->link, field,
                          *words != '\0' || one_view ? g_variant_new_string (words) : NULL, label);
}

static void
item_cb (RapportLinkMore *self, const char *word, gboolean chosen, GtkWidget *box)
{
  set_words (self, item_fields[box == self->items[1]], word, chosen, _("Change of what is given"));
}

static void
kind_cb (RapportLinkMore *self, const char *word, gboolean chosen, GtkWidget *box)
{
  set_words (self, kind_fields[box == self->kinds[1]], word, chosen, _("Change of what power rests on"));
}

/* --- In their own words --- */

/* Returns: (transfer full) */
static char *
dup_cell (GVariant *records, gsize i, gsize column)
{
  g_autoptr (GVariant) record = g_variant_get_child_value (records, i);
  char *text;

  g_variant_get_child (record, column, "s", &text);
  return text;
}

/* A record is a side, a text, and what of it this version does not know, which stays. */
#define N_CELLS 3

/* Returns: (transfer full) (nullable): both sides', in one list */
static GVariant *
get_own (RapportLinkMore *self)
{
  g_autoptr (RapportReading) seen = see (self);

  return rapport_reading_get (seen, find_field ("item"));
}

/* Those of one side. Returns: (transfer full): ended by %NULL */
static char **
list_own (RapportLinkMore *self, guint side)
{
  g_autoptr (GVariant) records = get_own (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; records != NULL && i < g_variant_n_children (records); i++)
    {
      g_autofree char *whose = dup_cell (records, i, 0);
      g_autofree char *text = dup_cell (records, i, 1);

      if (g_str_equal (whose, side_words[side]))
        g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

static void
append_cell (GString *cells, const char *text)
{
  g_string_append_len (cells, text, (gssize) strlen (text) + 1);
}

/* All cells of the list but those of the record of @side at @left_out, counted over that side; @n is how many records. */
static GString *
copy_own (RapportLinkMore *self, guint side, guint left_out, guint *n)
{
  GString *cells = g_string_new (NULL);
  g_autoptr (GVariant) records = get_own (self);
  guint place = 0;

  *n = 0;
  for (gsize i = 0; records != NULL && i < g_variant_n_children (records); i++)
    {
      g_autofree char *whose = dup_cell (records, i, 0);

      if (g_str_equal (whose, side_words[side]) && place++ == left_out)
        continue;
      *n += 1;
      for (gsize j = 0; j < N_CELLS; j++)
        {
          g_autofree char *cell = dup_cell (records, i, j);

          append_cell (cells, cell);
        }
    }
  return cells;
}

static void
set_own (RapportLinkMore *self, GString *cells, guint n)
{
  g_autoptr (GVariant) records = n > 0 ? rapport_records_pack (cells->str, N_CELLS, n) : NULL;

  rapport_link_set_value (self->session, self->link, "item", records, _("Change of what is given"));
}

static void
own_added_cb (RapportLinkMore *self, const char *text, GtkWidget *box)
{
  guint side = box == self->items[1];
  guint n;
  g_autoptr (GString) cells = copy_own (self, side, G_MAXUINT, &n);

  append_cell (cells, side_words[side]);
  append_cell (cells, text);
  append_cell (cells, "");
  set_own (self, cells, n + 1);
}

static void
own_removed_cb (RapportLinkMore *self, guint place, GtkWidget *box)
{
  guint n;
  g_autoptr (GString) cells = copy_own (self, box == self->items[1], place, &n);

  set_own (self, cells, n);
}

/* --- Fairness --- */

static void
fair_cb (RapportLinkMore *self, int level, GtkWidget *row)
{
  rapport_link_set_value (self->session, self->link, fair_fields[row == self->fair[1]],
                          level >= 0 ? g_variant_new_string (fair_words[level]) : NULL,
                          _("Answer whether it is fair"));
}

static int
get_fair (const RapportReading *seen, guint side)
{
  const char *word = rapport_reading_get_text (seen, fair_fields[side]);

  for (guint i = 0; i < G_N_ELEMENTS (fair_words); i++)
    if (g_strcmp0 (fair_words[i], word) == 0)
      return (int) i;
  return RAPPORT_LEVEL_UNSET;
}

/* --- What is on it --- */

static void
attach (RapportLinkMore *self, const char *title, GtkWidget *widget, guint side, int row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_halign (widget, RAPPORT_IS_PIP_ROW (widget) ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_grid_attach (GTK_GRID (self->grid), box, (int) side, row, 1, 1);
}

static char *
make_name (RapportLinkMore *self, guint side, const char *asked)
{
  /* Translators: somebody's name, and what is asked, such as “What is given”. */
  return g_strdup_printf (_("%s: %s"), rapport_link_get_side_name (self->link, (RapportSide) side), asked);
}

static void
add_items (RapportLinkMore *self, guint side)
{
  g_autofree char *name = make_name (self, side, _("What is given"));
  GtkWidget *box = rapport_chip_box_new (find_field (item_fields[side])->words, name, _("In their own words"));

  g_signal_connect_object (box, "chosen", G_CALLBACK (item_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (box, "own-added", G_CALLBACK (own_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (box, "own-removed", G_CALLBACK (own_removed_cb), self, G_CONNECT_SWAPPED);
  self->items[side] = box;
  attach (self, _("What is given"), box, side, 0);
}

static void
add_fair (RapportLinkMore *self, guint side)
{
  const RapportPip pips[] = {
    { 0, _("Fair"), _("Fair for us") },
    { 1, _("Partly"), _("Partly fair for us") },
    { 2, _("Not fair"), _("Not fair for us") },
    { RAPPORT_LEVEL_UNSET, _("Not said"), _("Not said") },
  };
  g_autofree char *name = make_name (self, side, _("Is it fair for them?"));
  GtkWidget *row = rapport_pip_row_new (pips, G_N_ELEMENTS (pips), name);

  gtk_widget_add_css_class (row, "words");
  gtk_widget_set_tooltip_text (row, g_dgettext (GETTEXT_PACKAGE, find_field ("fair-a")->help));
  g_signal_connect_object (row, "answered", G_CALLBACK (fair_cb), self, G_CONNECT_SWAPPED);
  self->fair[side] = row;
  attach (self, _("Is it fair for them?"), row, side, 2);
}

static void
add_kinds (RapportLinkMore *self, guint side)
{
  g_autofree char *name = make_name (self, side, _("By what they can decide"));
  GtkWidget *box = rapport_chip_box_new (find_field (kind_fields[side])->words, name, NULL);

  g_signal_connect_object (box, "chosen", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  self->kinds[side] = box;
  attach (self, _("By what they can decide"), box, side, 1);
}

/* Shows what the map says now. */
void
rapport_link_more_refresh (RapportLinkMore *self)
{
  g_autoptr (RapportReading) seen = NULL;

  g_return_if_fail (RAPPORT_IS_LINK_MORE (self));
  seen = see (self);
  for (guint side = 0; side < 2; side++)
    {
      g_auto (GStrv) own = list_own (self, side);

      if (self->items[side] != NULL)
        {
          rapport_chip_box_set_words (RAPPORT_CHIP_BOX (self->items[side]),
                                      rapport_reading_get_text (seen, item_fields[side]));
          rapport_chip_box_set_own (RAPPORT_CHIP_BOX (self->items[side]), (const char *const *) own);
          rapport_pip_row_set_level (RAPPORT_PIP_ROW (self->fair[side]), get_fair (seen, side));
        }
      if (self->kinds[side] != NULL)
        rapport_chip_box_set_words (RAPPORT_CHIP_BOX (self->kinds[side]),
                                    rapport_reading_get_text (seen, kind_fields[side]));
    }
  rapport_notes_box_refresh (RAPPORT_NOTES_BOX (self->notes));
  gtk_widget_set_sensitive (GTK_WIDGET (self), rapport_link_can_answer (self->session, self->link));
}

static void
rapport_link_more_dispose (GObject *object)
{
  RapportLinkMore *self = RAPPORT_LINK_MORE (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->link);

  G_OBJECT_CLASS (rapport_link_more_parent_class)->dispose (object);
}

static void
rapport_link_more_class_init (RapportLinkMoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_link_more_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rapport_link_more_init (RapportLinkMore *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 24);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 14);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/* Returns: (transfer floating): for the questions that are on show now */
GtkWidget *
rapport_link_more_new (RapportSession *session, RapportElement *link)
{
  RapportLinkMore *self = g_object_new (RAPPORT_TYPE_LINK_MORE, NULL);
  guint show = rapport_lens_get_show (rapport_session_get_lens (session));

  self->session = g_object_ref (session);
  self->link = g_object_ref (link);
  for (guint side = 0; side < 2; side++)
    {
      if (show & RAPPORT_SHOW_GIVES)
        {
          add_items (self, side);
          add_fair (self, side);
        }
      if (show & RAPPORT_SHOW_POWER)
        add_kinds (self, side);
    }
  self->notes = rapport_notes_box_new (session, link);
  gtk_grid_attach (GTK_GRID (self->grid), self->notes, 0, 3, 2, 1);
  rapport_link_more_refresh (self);
  return GTK_WIDGET (self);
}
