/* rapport-link-cell.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-link-cell.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-link-facts.h"
#include "rapport-perspective.h"
#include "rapport-pip-row.h"

struct _RapportLinkCell
{
  GtkWidget parent_instance;

  /* Owned */
  RapportSession *session;
  RapportElement *link;
  GtkWidget *title;
  GtkWidget *word;
  GtkWidget *differ;
  GtkWidget *pips;
  GtkWidget *views;   /* a box of lines */
  GPtrArray *lines;   /* of borrowed pip rows, one a view */
  GPtrArray *ids;     /* of perspectives, one a line */

  RapportLinkRow row;
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (RapportLinkCell, rapport_link_cell, GTK_TYPE_WIDGET)

static const char *
get_question (RapportLinkCell *self)
{
  return self->row.show == RAPPORT_SHOW_GIVES ? _("gives") : _("can decide or say no");
}

/* @view: (nullable): whose view it is. Returns: (transfer floating) */
static GtkWidget *
new_pips (RapportLinkCell *self, const char *view)
{
  g_autofree char *side = rapport_link_see_side_name (self->session, self->link, self->row.side);
  /* Translators: somebody's name, and what is asked: “gives” or “can decide or say no”. */
  g_autofree char *asked = g_strdup_printf (_("%s %s"), side, get_question (self));
  /* Translators: the first %s is whose view it is, such as “NHS partners”; the second what is asked. */
  g_autofree char *name = view != NULL ? g_strdup_printf (_("%s: %s"), view, asked) : g_strdup (asked);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  RapportPip pips[5];
  static const char *const digits[] = { "0", "1", "2", "3" };

  for (int level = 0; level <= 3; level++)
    {
      char *words = g_strdup_printf (_("%d, %s"), level, rapport_link_level_name (level));

      g_ptr_array_add (names, words);
      pips[level] = (RapportPip){ level, digits[level], words };
    }
  pips[4] = (RapportPip){ RAPPORT_LEVEL_UNSET, view != NULL ? "–" : _("Not discussed"), _("Not discussed") };
  return rapport_pip_row_new (pips, G_N_ELEMENTS (pips), name);
}

static void
answered_cb (RapportLinkCell *self, int level)
{
  rapport_link_set_answer (self->session, self->link, &self->row, NULL, level);
}

static void
view_answered_cb (RapportLinkCell *self, int level, RapportPipRow *pips)
{
  guint i;

  if (g_ptr_array_find (self->lines, pips, &i))
    rapport_link_set_answer (self->session, self->link, &self->row, g_ptr_array_index (self->ids, i), level);
}

static void
differ_cb (RapportLinkCell *self)
{
  if (!self->refreshing)
    rapport_link_set_differ (self->session, self->link, &self->row,
                             gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->differ)));
}

static void
add_line (RapportLinkCell *self, RapportElement *view)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *name = rapport_perspective_get_name (RAPPORT_PERSPECTIVE (view));
  GtkWidget *label = gtk_label_new (name != NULL ? name : rapport_element_get_id (view));
  GtkWidget *pips = new_pips (self, gtk_label_get_text (GTK_LABEL (label)));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, gtk_label_get_text (GTK_LABEL (label)));
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect_object (pips, "answered", G_CALLBACK (view_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), pips);
  gtk_box_append (GTK_BOX (self->views), line);
  g_ptr_array_add (self->lines, pips);
  g_ptr_array_add (self->ids, g_strdup (rapport_element_get_id (view)));
}

static gboolean
shows_same_views (RapportLinkCell *self, GPtrArray *views)
{
  if (views->len != self->ids->len)
    return FALSE;
  for (guint i = 0; i < views->len; i++)
    if (strcmp (rapport_element_get_id (g_ptr_array_index (views, i)), g_ptr_array_index (self->ids, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
fill_views (RapportLinkCell *self, GPtrArray *views)
{
  GtkWidget *child;

  if (shows_same_views (self, views))
    return;
  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->ids, 0);
  while ((child = gtk_widget_get_first_child (self->views)) != NULL)
    gtk_box_remove (GTK_BOX (self->views), child);
  for (guint i = 0; i < views->len; i++)
    add_line (self, g_ptr_array_index (views, i));
}

static gboolean
is_split (RapportLinkCell *self)
{
  return self->lines->len > 0
         && rapport_pip_row_get_level (RAPPORT_PIP_ROW (self->pips)) == RAPPORT_LEVEL_DIFFER;
}

/* The word for the number, or that views differ and by how much; never an average. */
static char *
make_word (RapportLinkCell *self, int level)
{
  const RapportLens *lens = rapport_session_get_lens (self->session);
  const char *phase = rapport_lens_get_phase (lens);
  int lowest = 0;
  int highest = 0;

  if (phase != NULL && rapport_lens_get_perspective (lens) == NULL
      && rapport_link_views_spread (self->link, phase, self->row.field, &lowest, &highest) > 0)
    return g_strdup_printf (_("views differ, %d to %d"), lowest, highest);
  return g_strdup (rapport_link_level_name (level));
}

/* Shows what the map says now. */
void
rapport_link_cell_refresh (RapportLinkCell *self)
{
  int level = rapport_link_get_answer (self->session, self->link, self->row.field, NULL);
  g_autofree char *word = make_word (self, level);
  g_autoptr (GPtrArray) views
      = rapport_link_list_views (self->session, self->link, self->row.field);
  gboolean one_view
      = rapport_lens_get_perspective (rapport_session_get_lens (self->session)) != NULL;

  self->refreshing = TRUE;
  gtk_label_set_text (GTK_LABEL (self->word), word);
  rapport_pip_row_set_level (RAPPORT_PIP_ROW (self->pips), level);
  fill_views (self, views);
  for (guint i = 0; i < views->len; i++)
    rapport_pip_row_set_level (
        g_ptr_array_index (self->lines, i),
        rapport_link_get_answer (self->session, self->link, self->row.field, g_ptr_array_index (self->ids, i)));
  gtk_widget_set_visible (self->pips, !is_split (self));
  gtk_widget_set_visible (self->views, views->len > 0);
  gtk_widget_set_visible (self->differ, !one_view);
  /* Views beside an agreed answer stay when the button is pressed: it is down only where nothing is agreed. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->differ), level == RAPPORT_LEVEL_DIFFER);
  gtk_widget_set_sensitive (GTK_WIDGET (self), rapport_link_can_answer (self->session, self->link));
  self->refreshing = FALSE;
}

/* How many answers the cell asks for. */
guint
rapport_link_cell_get_n_slots (RapportLinkCell *self)
{
  g_return_val_if_fail (RAPPORT_IS_LINK_CELL (self), 0);
  return is_split (self) ? self->lines->len : 1;
}

static GtkWidget *
get_slot (RapportLinkCell *self, guint slot)
{
  return is_split (self) ? g_ptr_array_index (self->lines, slot) : self->pips;
}

/* Returns: (transfer full): what is answered now, one word a slot, to be compared with what was answered before */
char *
rapport_link_cell_describe (RapportLinkCell *self)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (RAPPORT_IS_LINK_CELL (self), NULL);
  for (guint i = 0; i < rapport_link_cell_get_n_slots (self); i++)
    g_string_append_printf (words, "%s%d", i > 0 ? " " : "",
                            rapport_pip_row_get_level (RAPPORT_PIP_ROW (get_slot (self, i))));
  return g_string_free (words, FALSE);
}

static void
set_marked (GtkWidget *widget, gboolean marked)
{
  if (marked)
    gtk_widget_add_css_class (widget, "current");
  else
    gtk_widget_remove_css_class (widget, "current");
}

/* @slot: what the next digit answers; -1 where it answers another cell */
void
rapport_link_cell_set_current (RapportLinkCell *self, int slot)
{
  g_return_if_fail (RAPPORT_IS_LINK_CELL (self));
  set_marked (self->pips, FALSE);
  for (guint i = 0; i < self->lines->len; i++)
    set_marked (g_ptr_array_index (self->lines, i), FALSE);
  if (slot >= 0 && (guint) slot < rapport_link_cell_get_n_slots (self))
    set_marked (get_slot (self, (guint) slot), TRUE);
}

/* Returns: whether the slot has the keyboard now */
gboolean
rapport_link_cell_grab_slot (RapportLinkCell *self, guint slot)
{
  g_return_val_if_fail (RAPPORT_IS_LINK_CELL (self) && slot < rapport_link_cell_get_n_slots (self), FALSE);
  return gtk_widget_grab_focus (get_slot (self, slot));
}

/* @level: 0 to 3, or RAPPORT_LEVEL_UNSET for not discussed */
void
rapport_link_cell_answer (RapportLinkCell *self, guint slot, int level)
{
  g_return_if_fail (RAPPORT_IS_LINK_CELL (self) && slot < rapport_link_cell_get_n_slots (self));
  g_signal_emit_by_name (get_slot (self, slot), "answered", level);
}

/* As if "We differ" were clicked; that is not there while one view is on show. Returns: whether views differ now */
gboolean
rapport_link_cell_differ (RapportLinkCell *self)
{
  GtkToggleButton *button;

  g_return_val_if_fail (RAPPORT_IS_LINK_CELL (self), FALSE);
  if (!gtk_widget_get_visible (self->differ))
    return FALSE;
  button = GTK_TOGGLE_BUTTON (self->differ);
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  return gtk_toggle_button_get_active (button);
}

static void
rapport_link_cell_dispose (GObject *object)
{
  RapportLinkCell *self = RAPPORT_LINK_CELL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->link);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (rapport_link_cell_parent_class)->dispose (object);
}

static void
rapport_link_cell_class_init (RapportLinkCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rapport_link_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "link-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rapport_link_cell_init (RapportLinkCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->lines = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

/* The room that the longest word for a level takes, so that nothing moves under the pointer once one is answered. */
static int
find_word_width (void)
{
  glong longest = g_utf8_strlen (rapport_link_level_name (RAPPORT_LEVEL_UNSET), -1);

  for (int level = 0; level <= 3; level++)
    longest = MAX (longest, g_utf8_strlen (rapport_link_level_name (level), -1));
  return (int) longest;
}

static void
add_heading (RapportLinkCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = gtk_label_new (get_question (self));
  gtk_widget_add_css_class (self->title, "heading");
  self->word = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->word, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->word), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->word), find_word_width ());
  gtk_widget_add_css_class (self->word, "quiet");
  self->differ = gtk_toggle_button_new_with_label (_("We differ"));
  gtk_widget_add_css_class (self->differ, "flat");
  gtk_widget_add_css_class (self->differ, "differ");
  gtk_widget_set_tooltip_text (self->differ, _("The two sides see this differently (D)"));
  g_signal_connect_object (self->differ, "toggled", G_CALLBACK (differ_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->word);
  gtk_box_append (GTK_BOX (box), self->differ);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static const char *
get_help (RapportLinkCell *self)
{
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_link_reading_kind ());

  return g_dgettext (GETTEXT_PACKAGE, rapport_reading_find_field (empty, self->row.field)->help);
}

/* Returns: (transfer floating) */
GtkWidget *
rapport_link_cell_new (RapportSession *session, RapportElement *link, const RapportLinkRow *row)
{
  RapportLinkCell *self = g_object_new (RAPPORT_TYPE_LINK_CELL, NULL);

  self->session = g_object_ref (session);
  self->link = g_object_ref (link);
  self->row = *row;
  add_heading (self);
  gtk_widget_set_tooltip_text (self->title, get_help (self));
  self->pips = new_pips (self, NULL);
  gtk_widget_set_halign (self->pips, GTK_ALIGN_START);
  g_signal_connect_object (self->pips, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->pips, GTK_WIDGET (self));
  self->views = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->views, GTK_WIDGET (self));
  rapport_link_cell_refresh (self);
  return GTK_WIDGET (self);
}
