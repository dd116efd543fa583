/* rapport-card.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-card.h"

#include "rapport-keyboard.h"

/* Of a card, with its shadow, at the edge of a screen, in pixels. */
#define MARGIN 32

typedef struct
{
  GtkWidget *box; /* borrowed */
  gboolean open;
  gboolean for_room;
} RapportCardPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RapportCard, rapport_card, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static RapportCardPrivate *
get_private (RapportCard *self)
{
  return rapport_card_get_instance_private (self);
}

/* A card is a surface of its own, which the window's shortcuts do not reach. */
static gboolean
activate_shortcut (RapportCard *self, guint key, gboolean shift)
{
  static const struct
  {
    guint key;
    gboolean shift;
    const char *action;
  } shortcuts[] = {
    { GDK_KEY_z, FALSE, "win.undo" }, { GDK_KEY_z, TRUE, "win.redo" }, { GDK_KEY_s, FALSE, "win.save" },
    { GDK_KEY_s, TRUE, "win.save-as" }, { GDK_KEY_e, FALSE, "win.export" }, { GDK_KEY_p, FALSE, "win.print" },
    { GDK_KEY_f, FALSE, "win.find" },
    { GDK_KEY_q, FALSE, "app.quit" }, { GDK_KEY_comma, FALSE, "app.preferences" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].key == gdk_keyval_to_lower (key) && shortcuts[i].shift == shift)
      return gtk_widget_activate_action (GTK_WIDGET (self), shortcuts[i].action, NULL);
  return FALSE;
}

static gboolean
pressed_cb (RapportCard *self, guint key, guint code, GdkModifierType state)
{
  RapportCardClass *klass = RAPPORT_CARD_GET_CLASS (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == GDK_CONTROL_MASK)
    return activate_shortcut (self, key, (state & GDK_SHIFT_MASK) != 0);
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    {
      rapport_card_leave (self);
      return GDK_EVENT_STOP;
    }
  return klass->key != NULL && klass->key (self, key);
}

static gboolean
rapport_card_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RapportCard *self = RAPPORT_CARD (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_WIDGET_CLASS (rapport_card_parent_class)->focus (widget, direction))
    return TRUE;
  if (!rapport_card_has_keyboard (self)
      || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return rapport_card_has_keyboard (self);
  for (GtkWidget *p = gtk_root_get_focus (root); p != NULL && p != widget; p = gtk_widget_get_parent (p))
    gtk_widget_set_focus_child (p, NULL);
  return gtk_widget_child_focus (get_private (self)->box, direction);
}

/* Also when GTK closes it by itself. */
static void
rapport_card_closed (GtkPopover *popover)
{
  RapportCard *self = RAPPORT_CARD (popover);

  if (get_private (self)->open)
    rapport_card_close (self);
}

static void
rapport_card_class_init (RapportCardClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = rapport_card_focus;
  GTK_POPOVER_CLASS (klass)->closed = rapport_card_closed;
  /* What has no role of its own has no name in later versions of GTK than 4.8. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_LEFT]
      = g_signal_new ("left", RAPPORT_TYPE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* With large letters or on a small screen a card may be higher than what is left of it. */
static GtkWidget *
new_scroller (GtkWidget *box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static void
rapport_card_init (RapportCard *self)
{
  RapportCardPrivate *private = get_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  private->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_popover_set_child (GTK_POPOVER (self), new_scroller (private->box));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card-popover");
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Returns: (transfer none): what a card is built in, from top to bottom */
GtkWidget *
rapport_card_get_box (RapportCard *self)
{
  g_return_val_if_fail (RAPPORT_IS_CARD (self), NULL);
  return get_private (self)->box;
}

void
rapport_card_empty (RapportCard *self)
{
  GtkWidget *box = rapport_card_get_box (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* Before it is opened: whether the room looks on. */
void
rapport_card_set_for_room (RapportCard *self, gboolean for_room)
{
  g_return_if_fail (RAPPORT_IS_CARD (self));
  get_private (self)->for_room = for_room;
}

gboolean
rapport_card_is_for_room (RapportCard *self)
{
  g_return_val_if_fail (RAPPORT_IS_CARD (self), TRUE);
  return get_private (self)->for_room;
}

gboolean
rapport_card_has_keyboard (RapportCard *self)
{
  return rapport_keyboard_is_in (GTK_WIDGET (self));
}

/* Lets an open card have the keyboard. */
void
rapport_card_take_keyboard (RapportCard *self)
{
  RapportCardClass *klass;

  g_return_if_fail (RAPPORT_IS_CARD (self) && get_private (self)->open);
  klass = RAPPORT_CARD_GET_CLASS (self);
  if (klass->take_keyboard != NULL)
    klass->take_keyboard (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

gboolean
rapport_card_is_open (RapportCard *self)
{
  g_return_val_if_fail (RAPPORT_IS_CARD (self), FALSE);
  return get_private (self)->open;
}

/* What fits on each screen, but for the margins of a card: which of them a card will be on is not known before. */
static void
get_room (RapportCard *self, int *width, int *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));

  *width = *height = G_MAXINT;
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle screen;

      gdk_monitor_get_geometry (monitor, &screen);
      *width = MIN (*width, screen.width - 2 * MARGIN);
      *height = MIN (*height, screen.height - 2 * MARGIN);
    }
}

static GtkGridLayoutChild *
get_place (GtkGrid *grid, GtkWidget *child)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (grid));

  return GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, child));
}

/* What two sides say is compared at a glance where it stands side by side; on a narrow screen one is below the other. */
void
rapport_card_stack_if_wide (RapportCard *self, GtkGrid *grid)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (grid));
  int n_rows = 0;
  int width = 0;
  int most_width, most_height;

  g_return_if_fail (RAPPORT_IS_CARD (self) && GTK_IS_GRID (grid));
  gtk_widget_measure (GTK_WIDGET (grid), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  get_room (self, &most_width, &most_height);
  if (width <= most_width)
    return;
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    n_rows = MAX (n_rows, 1 + gtk_grid_layout_child_get_row (get_place (grid, child)));
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkGridLayoutChild *place = get_place (grid, child);
      int column = gtk_grid_layout_child_get_column (place);

      gtk_grid_layout_child_set_row (place, gtk_grid_layout_child_get_row (place) + n_rows * column);
      gtk_grid_layout_child_set_column (place, 0);
    }
}

/**
 * rapport_card_find_place:
 *
 * Finds out again how the card stands, to be called when there is more or less on it than before. Where neither side of
 * what it points to may have room for it, it stands below that, or above where there is more room, and is scrolled if it
 * is too high; otherwise it is moved up or down to fit, and scrolled only if it is higher than the screen.
 */
void
rapport_card_find_place (RapportCard *self)
{
  RapportCardPrivate *private;
  GtkScrolledWindow *scroller;
  GdkRectangle at = { 0 };
  int width = 0, height = 0;
  int most_width, most_height;
  int right, below;

  g_return_if_fail (RAPPORT_IS_CARD (self));
  private = get_private (self);
  scroller = GTK_SCROLLED_WINDOW (gtk_popover_get_child (GTK_POPOVER (self)));
  get_room (self, &most_width, &most_height);
  gtk_widget_measure (private->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (private->box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_popover_get_pointing_to (GTK_POPOVER (self), &at);
  right = gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self))) - at.x;
  below = gtk_widget_get_height (gtk_widget_get_parent (GTK_WIDGET (self))) - at.y;
  if (width + 2 * MARGIN > MAX (at.x, right))
    gtk_popover_set_position (GTK_POPOVER (self), at.y > below ? GTK_POS_TOP : GTK_POS_BOTTOM);
  if (gtk_popover_get_position (GTK_POPOVER (self)) != GTK_POS_RIGHT)
    most_height = MAX (MAX (at.y, below) - MARGIN, 0);
  gtk_scrolled_window_set_min_content_height (scroller, MIN (height, most_height));
}

/* @name: what the card is about, for screen readers */
void
rapport_card_open (RapportCard *self, const char *name)
{
  g_return_if_fail (RAPPORT_IS_CARD (self));
  get_private (self)->open = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  rapport_card_find_place (self);
  gtk_popover_popup (GTK_POPOVER (self));
}

/* The keyboard goes back to the map where the card had it. */
void
rapport_card_close (RapportCard *self)
{
  RapportCardClass *klass;

  g_return_if_fail (RAPPORT_IS_CARD (self));
  klass = RAPPORT_CARD_GET_CLASS (self);
  get_private (self)->open = FALSE;
  if (klass->closed != NULL)
    klass->closed (self);
  if (rapport_card_has_keyboard (self))
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* The person is done with it. */
void
rapport_card_leave (RapportCard *self)
{
  g_return_if_fail (RAPPORT_IS_CARD (self));
  rapport_card_close (self);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}
