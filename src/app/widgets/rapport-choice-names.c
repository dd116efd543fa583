/* rapport-choice-names.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-choice-names.h"

#include "rapport-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define NAME_KEY "rapport-choice-name"
#define ROWS_KEY "rapport-choice-rows"
/* Until this version of GTK 4 a drop-down and the button within it have names of their own. Later the button has that of
 * the drop-down, which is taken from what the drop-down shows unless that is undone. */
#define NAMED_APART 8
/* Letters of what is chosen, where there is room. */
#define MOST_LETTERS 40

/* Of what a chooser drops down. */
typedef struct
{
  GPtrArray *items; /* owned, of borrowed GtkListItem: those that show something */
  gboolean wanted;  /* or else they are empty */
} Rows;

static void
rows_free (gpointer data)
{
  Rows *self = data;

  g_ptr_array_unref (self->items);
  g_free (self);
}

/* @item: (nullable): of @chooser's list. Returns: (nullable) */
static char *
dup_words (GtkWidget *chooser, GObject *item)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GtkExpression *expression = NULL;

  if (item == NULL)
    return NULL;
  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  if (GTK_IS_DROP_DOWN (chooser))
    expression = gtk_drop_down_get_expression (GTK_DROP_DOWN (chooser));
  return expression != NULL && gtk_expression_evaluate (expression, item, &value) ? g_value_dup_string (&value) : NULL;
}

/* Returns: (nullable) */
static char *
dup_chosen (GtkWidget *chooser)
{
  g_autoptr (GObject) item = NULL;

  g_object_get (chooser, "selected-item", &item, NULL);
  return dup_words (chooser, item);
}

/* --- Its rows --- */

/* The tick tells the eye which row is chosen; a screen reader hears it of the row. */
static void
tick (GtkListItem *item, GtkWidget *chooser)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  g_autoptr (GObject) chosen = NULL;

  g_object_get (chooser, "selected-item", &chosen, NULL);
  gtk_widget_set_opacity (mark, chosen != NULL && chosen == gtk_list_item_get_item (item) ? 1 : 0);
}

static void
chosen_cb (GtkWidget *chooser, GParamSpec *pspec, GtkListItem *item)
{
  tick (item, chooser);
}

/* Returns: (transfer floating) */
static GtkWidget *
new_row (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  return box;
}

static void
fill_row (GtkWidget *chooser, GtkListItem *item)
{
  g_autofree char *words = dup_words (chooser, gtk_list_item_get_item (item));
  GtkWidget *box;

  if (gtk_list_item_get_child (item) == NULL)
    gtk_list_item_set_child (item, new_row ());
  box = gtk_list_item_get_child (item);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), words != NULL ? words : "");
  if (gtk_widget_get_parent (box) != NULL && words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                    -1);
  g_signal_connect_object (chooser, "notify::selected-item", G_CALLBACK (chosen_cb), item, 0);
  tick (item, chooser);
}

static void
bind_cb (GtkWidget *chooser, GtkListItem *item)
{
  Rows *rows = g_object_get_data (G_OBJECT (chooser), ROWS_KEY);

  g_ptr_array_add (rows->items, item);
  if (rows->wanted)
    fill_row (chooser, item);
}

static void
unbind_cb (GtkWidget *chooser, GtkListItem *item)
{
  Rows *rows = g_object_get_data (G_OBJECT (chooser), ROWS_KEY);

  g_ptr_array_remove_fast (rows->items, item);
  g_signal_handlers_disconnect_by_func (chooser, chosen_cb, item);
}

static void
fill_cb (GtkWidget *chooser)
{
  Rows *rows = g_object_get_data (G_OBJECT (chooser), ROWS_KEY);

  if (rows->wanted)
    return;
  rows->wanted = TRUE;
  for (guint i = 0; i < rows->items->len; i++)
    fill_row (chooser, g_ptr_array_index (rows->items, i));
}

/* A form of some choices among 200 stakeholders would be thousands of widgets, whether they are ever dropped down or not:
 * so the rows are filled when somebody comes near. By a finger, or for a screen reader, they drop down without that. */
static void
fill_when_near (GtkWidget *drop_down)
{
  GtkEventController *pointer = gtk_event_controller_motion_new (), *keyboard = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (pointer, "enter", G_CALLBACK (fill_cb), drop_down);
  g_signal_connect_swapped (keyboard, "enter", G_CALLBACK (fill_cb), drop_down);
  gtk_widget_add_controller (drop_down, pointer);
  gtk_widget_add_controller (drop_down, keyboard);
  g_signal_connect_object (gtk_widget_get_first_child (drop_down), "toggled", G_CALLBACK (fill_cb), drop_down,
                           G_CONNECT_SWAPPED);
}

/* --- What is chosen --- */

/* What has the keyboard is a button within a drop-down, and the whole of a row. */
static void
name_drop_down (GtkWidget *drop_down, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (gtk_get_minor_version () <= NAMED_APART)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* libadwaita describes a row by its subtitle, and later versions of GTK than 4.8 tell nothing else then. What is chosen
 * comes first. */
static void
describe_row (GtkWidget *row, const char *chosen)
{
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  g_autofree char *words = g_strjoin (subtitle != NULL && *subtitle != '\0' ? "\n" : "",
                                      chosen != NULL ? chosen : "", subtitle != NULL ? subtitle : "", NULL);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
tell_chosen (GtkWidget *chooser)
{
  const char *name = g_object_get_data (G_OBJECT (chooser), NAME_KEY);
  g_autofree char *chosen = dup_chosen (chooser);
  g_autofree char *words = NULL;

  if (!GTK_IS_DROP_DOWN (chooser))
    {
      describe_row (chooser, chosen);
      return;
    }
  /* Translators: what is chosen, such as “Whose view”, and which one it is, such as “NHS partners”. */
  words = chosen != NULL ? g_strdup_printf (_("%s: %s"), name, chosen) : g_strdup (name);
  name_drop_down (chooser, words);
}

static void
show_chosen_cb (GtkWidget *row, GtkListItem *item)
{
  g_autofree char *words = dup_words (row, gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  if (label == NULL)
    {
      label = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_LETTERS);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_list_item_set_child (item, label);
    }
  gtk_label_set_text (GTK_LABEL (label), words != NULL ? words : "");
}

/* By itself libadwaita shows no more than twenty letters, however much room there is. */
static void
show_all_of_chosen (GtkWidget *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "bind", G_CALLBACK (show_chosen_cb), row, G_CONNECT_SWAPPED);
  adw_combo_row_set_factory (ADW_COMBO_ROW (row), factory);
}

/* Returns: (nullable) (transfer none): what shows either what is chosen or that nothing is */
static GtkStack *
find_stack (GtkWidget *widget)
{
  GtkStack *found = GTK_IS_STACK (widget) ? GTK_STACK (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_stack (child);
  return found;
}

/* Where nothing is chosen yet GTK says “(None)”, which reads like an answer. */
static void
ask_where_empty (GtkWidget *drop_down)
{
  GtkStack *stack = find_stack (gtk_widget_get_first_child (drop_down));
  GtkWidget *label = stack != NULL ? gtk_stack_get_child_by_name (stack, "empty") : NULL;

  if (GTK_IS_LABEL (label))
    gtk_label_set_text (GTK_LABEL (label), _("Choose…"));
}

/**
 * rapport_choice_names_tell:
 * @chooser: a #GtkDropDown with its expression or of strings, or an AdwComboRow of strings
 * @name: what is chosen with it
 *
 * The button that drops the rows down is called by its type in GTK 4.8, and in later versions by what is chosen alone.
 * With this a screen reader says both. The rows stay as they are.
 */
void
rapport_choice_names_tell (GtkWidget *chooser, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (chooser) && name != NULL);

  g_object_set_data_full (G_OBJECT (chooser), NAME_KEY, g_strdup (name), g_free);
  g_signal_connect (chooser, "notify::selected-item", G_CALLBACK (tell_chosen), NULL);
  if (ADW_IS_ACTION_ROW (chooser))
    g_signal_connect (chooser, "notify::subtitle", G_CALLBACK (tell_chosen), NULL);
  tell_chosen (chooser);
}

/**
 * rapport_choice_names_mend:
 * @chooser: a #GtkDropDown with its expression or of strings, or an AdwComboRow of strings
 * @name: what is chosen with it
 *
 * As rapport_choice_names_tell(), and the rows that it drops down, which have no names in GTK 4.8, are said too. A
 * drop-down in which nothing is chosen asks for it, and a row shows forty letters of what is chosen where
 * there is room.
 */
void
rapport_choice_names_mend (GtkWidget *chooser, const char *name)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  Rows *rows;

  g_return_if_fail (GTK_IS_WIDGET (chooser) && name != NULL);

  rows = g_new0 (Rows, 1);
  rows->items = g_ptr_array_new ();
  rows->wanted = !GTK_IS_DROP_DOWN (chooser);
  g_object_set_data_full (G_OBJECT (chooser), ROWS_KEY, rows, rows_free);
  if (GTK_IS_DROP_DOWN (chooser))
    {
      fill_when_near (chooser);
      ask_where_empty (chooser);
    }
  else
    show_all_of_chosen (chooser);
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), chooser, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), chooser, G_CONNECT_SWAPPED);
  g_object_set (chooser, "list-factory", factory, NULL);
  rapport_choice_names_tell (chooser, name);
}
