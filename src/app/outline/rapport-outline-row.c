/* rapport-outline-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-outline-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-edits.h"
#include "rapport-element-words.h"

struct _RapportOutlineRow
{
  GtkWidget parent_instance;

  /* Owned by the widget tree */
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *count;
  GtkWidget *add; /* nullable: it never was a heading */
};

G_DEFINE_FINAL_TYPE (RapportOutlineRow, rapport_outline_row, GTK_TYPE_WIDGET)

static void
rapport_outline_row_dispose (GObject *object)
{
  RapportOutlineRow *self = RAPPORT_OUTLINE_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (rapport_outline_row_parent_class)->dispose (object);
}

static void
rapport_outline_row_class_init (RapportOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_outline_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static void
rapport_outline_row_init (RapportOutlineRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = new_label (NULL);
  self->detail = new_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  self->count = new_label ("dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->detail));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->box), words);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->count));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
rapport_outline_row_new (void)
{
  return g_object_new (RAPPORT_TYPE_OUTLINE_ROW, NULL);
}

static const char *
name_addition (RapportList list)
{
  switch (list)
    {
    case RAPPORT_LIST_LINKS:
      return _("Add a link");
    case RAPPORT_LIST_MARKS:
      return _("Add a tension");
    case RAPPORT_LIST_RESPONSES:
      return _("Add a response");
    case RAPPORT_LIST_FUNCTIONS:
      return _("Add who leads on what");
    case RAPPORT_LIST_TERMS:
      return _("Add a word");
    default:
      return _("Add a stakeholder");
    }
}

static void
show_heading (RapportOutlineRow *self, gboolean heading)
{
  gtk_widget_set_visible (GTK_WIDGET (self->detail), !heading);
  gtk_widget_set_visible (GTK_WIDGET (self->count), heading);
  if (self->add != NULL)
    gtk_widget_set_visible (self->add, heading);
  if (heading)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
}

/* GTK asks the screen where the pointer is whenever a tip is set, and some 200 rows are shown anew after each change. */
static void
set_tip (GtkWidget *widget, const char *tip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tip) != 0)
    gtk_widget_set_tooltip_text (widget, tip);
}

/* The target comes before the action, which would not fit a button without one. */
static void
show_add (RapportOutlineRow *self, RapportOutlineSection *section, const char *tip)
{
  const char *sector = rapport_outline_section_get_sector (section);

  if (self->add == NULL)
    {
      self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
      gtk_widget_add_css_class (self->add, "flat");
      /* The row itself takes the focus: Enter folds it. By the keyboard one adds with the button at the head. */
      gtk_widget_set_focusable (self->add, FALSE);
      gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self->box), self->add);
    }
  set_tip (self->add, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_actionable_set_action_target (
      GTK_ACTIONABLE (self->add), "(ss)",
      rapport_list_info_get (rapport_outline_section_get_list (section))->element,
      sector != NULL ? sector : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "outline.add");
}

static char *
show_section (RapportOutlineRow *self, RapportOutlineSection *section, RapportSession *session)
{
  const char *title = rapport_outline_section_get_title (section);
  RapportList list = rapport_outline_section_get_list (section);
  const char *sector = rapport_outline_section_get_sector (section);
  guint n = g_list_model_get_n_items (rapport_outline_section_get_model (section));
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *tip = NULL;

  /* Translators: the first %s is such as “Add a stakeholder”, the second a sector. */
  tip = sector != NULL ? g_strdup_printf (_("%s: %s"), name_addition (list), title)
                       : g_strdup (name_addition (list));
  show_heading (self, TRUE);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->count, count);
  show_add (self, section, tip);
  /* A group is made of those who are selected. */
  gtk_widget_set_visible (self->add, list != RAPPORT_LIST_REGIONS && rapport_edits_are_possible (session));
  return g_strdup_printf ("%s, %u", title, n);
}

static char *
show_element (RapportOutlineRow *self, RapportElement *element, RapportSession *session)
{
  g_autofree char *name = rapport_element_words_name (element);
  g_autofree char *detail
      = rapport_element_words_detail (element, rapport_session_get_lens (session));
  gboolean told = *detail != '\0';

  show_heading (self, FALSE);
  gtk_label_set_text (self->title, name);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), told);
  set_tip (GTK_WIDGET (self), name);
  return told ? g_strdup_printf ("%s, %s", name, detail) : g_steal_pointer (&name);
}

/**
 * rapport_outline_row_show:
 * @item: a RapportOutlineSection or a RapportElement that is in the map
 *
 * Returns: (transfer full): the same in words, for those who do not see it
 */
char *
rapport_outline_row_show (RapportOutlineRow *self, gpointer item, RapportSession *session)
{
  g_return_val_if_fail (RAPPORT_IS_OUTLINE_ROW (self) && RAPPORT_IS_SESSION (session), NULL);
  if (RAPPORT_IS_OUTLINE_SECTION (item))
    return show_section (self, item, session);
  return show_element (self, item, session);
}
