/* rapport-pip-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-pip-row.h"

#include "rapport-button-names.h"
#include "rapport-property.h"

struct _RapportPipRow
{
  GtkWidget parent_instance;

  GPtrArray *buttons; /* owned, of borrowed buttons */
  GArray *levels;     /* owned, of int, one a button */
  int level;          /* of no button: none is chosen */
};

G_DEFINE_FINAL_TYPE (RapportPipRow, rapport_pip_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
get_button (RapportPipRow *self, guint i)
{
  return g_ptr_array_index (self->buttons, i);
}

/* The chosen one is full, and numbers below it are filled as well, so that more looks like more. */
static void
show_level (RapportPipRow *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      int level = g_array_index (self->levels, int, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (self, i)), level == self->level);
      if (level > 0 && level < self->level)
        gtk_widget_add_css_class (get_button (self, i), "below");
      else
        gtk_widget_remove_css_class (get_button (self, i), "below");
    }
}

static void
clicked_cb (RapportPipRow *self, GtkWidget *button)
{
  guint i;

  if (!g_ptr_array_find (self->buttons, button, &i))
    return;
  g_object_ref (self);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, g_array_index (self->levels, int, i));
  /* The click has pressed or released the button; what holds is the level. */
  show_level (self);
  g_object_unref (self);
}

static GtkWidget *
find_first_stop (RapportPipRow *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (g_array_index (self->levels, int, i) == self->level)
      return get_button (self, i);
  return self->buttons->len > 0 ? get_button (self, 0) : NULL;
}

static gboolean
move_within (GtkWidget *focus, gboolean onwards)
{
  GtkWidget *next = onwards ? gtk_widget_get_next_sibling (focus) : gtk_widget_get_prev_sibling (focus);

  /* The ends hold: an arrow never leaves the row sideways by accident. */
  return next == NULL || gtk_widget_grab_focus (next);
}

static gboolean
rapport_pip_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RapportPipRow *self = RAPPORT_PIP_ROW (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *stop;

  if (focus != NULL && direction == GTK_DIR_LEFT)
    return move_within (focus, mirrored);
  if (focus != NULL && direction == GTK_DIR_RIGHT)
    return move_within (focus, !mirrored);
  if (focus != NULL || !gtk_widget_is_sensitive (widget))
    return FALSE;
  stop = find_first_stop (self);
  return stop != NULL && gtk_widget_grab_focus (stop);
}

static gboolean
rapport_pip_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *stop = find_first_stop (RAPPORT_PIP_ROW (widget));

  return stop != NULL && gtk_widget_grab_focus (stop);
}

static void
rapport_pip_row_dispose (GObject *object)
{
  RapportPipRow *self = RAPPORT_PIP_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_array_unref);

  G_OBJECT_CLASS (rapport_pip_row_parent_class)->dispose (object);
}

static void
rapport_pip_row_class_init (RapportPipRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rapport_pip_row_dispose;
  widget_class->focus = rapport_pip_row_focus;
  widget_class->grab_focus = rapport_pip_row_grab_focus;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", RAPPORT_TYPE_PIP_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rapport_pip_row_init (RapportPipRow *self)
{
  self->buttons = g_ptr_array_new ();
  self->levels = g_array_new (FALSE, FALSE, sizeof (int));
  self->level = G_MININT;
}

static void
add_pip (RapportPipRow *self, const RapportPip *pip)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (pip->text);

  if (pip->level == RAPPORT_LEVEL_UNSET)
    gtk_widget_add_css_class (button, "unset");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, pip->name);
  rapport_button_names_set (button, pip->name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->buttons, button);
  g_array_append_val (self->levels, pip->level);
}

/* @name: what is asked, for screen readers. Returns: (transfer floating): a row in which nothing is chosen */
GtkWidget *
rapport_pip_row_new (const RapportPip *pips, guint n_pips, const char *name)
{
  RapportPipRow *self = g_object_new (RAPPORT_TYPE_PIP_ROW, NULL);

  for (guint i = 0; i < n_pips; i++)
    add_pip (self, &pips[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/* @level: one that is not among the pips, such as RAPPORT_LEVEL_DIFFER, shows none as chosen */
void
rapport_pip_row_set_level (RapportPipRow *self, int level)
{
  g_return_if_fail (RAPPORT_IS_PIP_ROW (self));
  self->level = level;
  show_level (self);
}

int
rapport_pip_row_get_level (RapportPipRow *self)
{
  g_return_val_if_fail (RAPPORT_IS_PIP_ROW (self), RAPPORT_LEVEL_UNSET);
  return self->level;
}
