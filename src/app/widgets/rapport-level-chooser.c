/* rapport-level-chooser.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-level-chooser.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-choice-names.h"
#include "rapport-note.h"

#define N_LEVELS 3

struct _RapportLevelChooser
{
  GtkWidget parent_instance;

  /* Owned by the widget tree */
  GtkWidget *box;
  GtkDropDown *levels;
  GtkLabel *meaning;

  gboolean setting;
};

G_DEFINE_FINAL_TYPE (RapportLevelChooser, rapport_level_chooser, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LEVEL,
  N_PROPS,
};

static GParamSpec *pspecs[N_PROPS];

/* In the order of rapport_note_levels. */
static const struct
{
  const char *style;
  const char *meaning;
} levels[N_LEVELS] = {
  { "level-room", N_("Shown in the room and in what is shared.") },
  { "level-facilitators", N_("Not shown in the room, nor in what is shared.") },
  { "level-file", N_("Not shown or exported, but anyone with the file can read it.") },
};

static guint
get_selected (RapportLevelChooser *self)
{
  return MIN (gtk_drop_down_get_selected (self->levels), N_LEVELS - 1);
}

static void
show_meaning (RapportLevelChooser *self)
{
  gtk_label_set_text (self->meaning, g_dgettext (GETTEXT_PACKAGE, levels[get_selected (self)].meaning));
}

static void
selected_cb (RapportLevelChooser *self)
{
  show_meaning (self);
  if (!self->setting)
    g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_LEVEL]);
}

static void
setup_cb (RapportLevelChooser *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (dot, "level-dot");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (RapportLevelChooser *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *dot = gtk_widget_get_first_child (box);
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), title);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                    -1);
  for (guint i = 0; i < N_LEVELS; i++)
    if (strcmp (g_dgettext (GETTEXT_PACKAGE, rapport_note_levels[i].title), title) == 0)
      gtk_widget_add_css_class (dot, levels[i].style);
    else
      gtk_widget_remove_css_class (dot, levels[i].style);
}

static void
rapport_level_chooser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LEVEL)
    g_value_set_string (value, rapport_level_chooser_get (RAPPORT_LEVEL_CHOOSER (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rapport_level_chooser_dispose (GObject *object)
{
  g_clear_pointer (&RAPPORT_LEVEL_CHOOSER (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (rapport_level_chooser_parent_class)->dispose (object);
}

static void
rapport_level_chooser_class_init (RapportLevelChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rapport_level_chooser_dispose;
  object_class->get_property = rapport_level_chooser_get_property;

  pspecs[PROP_LEVEL]
      = g_param_spec_string ("level", NULL, NULL, "facilitator",
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, pspecs);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rapport_level_chooser_init (RapportLevelChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_LEVELS; i++)
    gtk_string_list_append (titles, g_dgettext (GETTEXT_PACKAGE, rapport_note_levels[i].title));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->levels = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL));
  gtk_drop_down_set_factory (self->levels, factory);
  rapport_choice_names_tell (GTK_WIDGET (self->levels), _("Who may see it"));
  self->meaning = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->meaning, 0);
  gtk_label_set_wrap (self->meaning, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "dim-label");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->levels));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->meaning));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->levels, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  rapport_level_chooser_set (self, "facilitator");
}

GtkWidget *
rapport_level_chooser_new (void)
{
  return g_object_new (RAPPORT_TYPE_LEVEL_CHOOSER, NULL);
}

/* Returns: (transfer none): the level as stored */
const char *
rapport_level_chooser_get (RapportLevelChooser *self)
{
  g_return_val_if_fail (RAPPORT_IS_LEVEL_CHOOSER (self), NULL);
  return rapport_note_levels[get_selected (self)].word;
}

/* @level: (nullable): as stored; one that is not known does not leave the facilitators' hands. Tells nobody. */
void
rapport_level_chooser_set (RapportLevelChooser *self, const char *level)
{
  guint selected = 1;

  g_return_if_fail (RAPPORT_IS_LEVEL_CHOOSER (self));
  for (guint i = 0; i < N_LEVELS; i++)
    if (g_strcmp0 (rapport_note_levels[i].word, level) == 0)
      selected = i;
  self->setting = TRUE;
  gtk_drop_down_set_selected (self->levels, selected);
  self->setting = FALSE;
  show_meaning (self);
}
