/* rapport-help-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-help-window.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

struct _RapportHelpWindow
{
  AdwWindow parent_instance;

  GtkWidget *begin; /* the two pages, in a stack */
  GtkWidget *keys;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (RapportHelpWindow, rapport_help_window, ADW_TYPE_WINDOW)

static const char *const begin[] = {
  N_("Put everybody who has a part on the map: double-click where they belong, or press A and type one name after "
     "another, or paste a list. The wedge is their sector; nearer to the middle is closer to the work."),
  N_("Point at somebody and drag from the ring that appears to somebody else to link them, or press L and type the "
     "first letters."),
  N_("Choose a question above the map: Give and get, Power or Influence. Then click a link or the dots of somebody, and "
     "answer for each side. “Not discussed” is an answer, too; “We differ” keeps both views."),
  N_("Show a tension above the map, 1 to 4, and mark where it is felt. Write what each side says."),
  N_("F5 shows the map to the room. F8 holds the steps of a workshop, questions to ask, and notes for you alone."),
  N_("Ctrl+E makes pictures for slides and board papers. “Copy for partners” lists what leaves before it writes."),
};

static const char *const promises[] = {
  N_("Nothing is ever sent anywhere: the program does not use the network."),
  N_("Notes for facilitators, and those kept in the file, are in no picture and not in the copy for partners."),
  N_("What is not saved yet is offered again after a crash."),
};

/* Without keys: the heading of those that follow. */
static const struct
{
  const char *keys; /* as GtkShortcutLabel takes them */
  const char *title;
} shortcuts[] = {
  { NULL, N_("On the map") },
  { "a", N_("Add stakeholders, one name after another") },
  { "<Control>v", N_("Paste those copied, or a list: names, links, or a table from a spreadsheet") },
  { "<Control>c", N_("Copy those selected and their links; with nobody selected, the picture") },
  { "<Control><Shift>c", N_("Copy the picture") },
  { "F2", N_("Rename") },
  { "l", N_("Link to somebody, by the first letters") },
  { "asterisk", N_("Star to talk about") },
  { "Delete", N_("Delete") },
  { "<Control>Left <Control>Right", N_("Move a little, within the ring") },
  { "<Control><Shift>t", N_("Tidy: better places for all, or for those selected") },
  { "<Control>a", N_("Select everybody") },
  { "<Control>g", N_("Make a group of those selected") },
  { "space", N_("Hold and drag to move the paper") },
  { "<Shift>F10", N_("Menu of what is selected") },
  { NULL, N_("Travel and see") },
  { "Left Right Up Down", N_("The nearest in that direction") },
  { "Tab", N_("From one to the next") },
  { "Return", N_("Open what is selected") },
  { "f+1 f+2 f+3", N_("Focus: so many steps out") },
  { "Escape", N_("Leave") },
  { "<Control>f", N_("Find") },
  { "<Control>plus", N_("Larger") },
  { "<Control>minus", N_("Smaller") },
  { "<Control>0", N_("The whole map") },
  { NULL, N_("Questions") },
  { "g", N_("Give and get") },
  { "p", N_("Power") },
  { "i", N_("Influence") },
  { "<Shift>g <Shift>p <Shift>i", N_("Add to, or take from, what is on show") },
  { "t+1 t+2 t+3 t+4", N_("Show or hide a tension") },
  { "0 1 2 3 4 5", N_("Answer for what is selected") },
  { "minus", N_("Not discussed") },
  { "d", N_("We differ (in the card of a link)") },
  { NULL, N_("Maps") },
  { "<Control>n", N_("New map") },
  { "<Control>o", N_("Open") },
  { "<Control>s", N_("Save") },
  { "<Control><Shift>s", N_("Save as") },
  { "<Control>e", N_("Export a picture") },
  { "<Control>p", N_("Print, or make cards and an empty wheel") },
  { "<Control>z", N_("Undo") },
  { "<Control><Shift>z", N_("Redo") },
  { "F9", N_("Outline") },
  { "<Control>comma", N_("Preferences") },
  { NULL, N_("Presenting") },
  { "F5", N_("Show the map to the room") },
  { "<Shift>F5", N_("Show the room what is on show now") },
  { "F7", N_("Make a step of what is on show") },
  { "F8", N_("Steps, questions and responses") },
  { "Page_Down Page_Up", N_("Next step, step before") },
  { "h", N_("Hold what the room sees") },
  { "b", N_("Black") },
  { "c", N_("Light, dark, high contrast (in the room’s window)") },
  { "plus minus 0", N_("Larger, smaller, usual letters (in the room’s window)") },
  { "s", N_("Spotlight on what is selected (in the room’s window)") },
  { "z", N_("Near to what is selected (in the room’s window)") },
  { "w", N_("What was it before? (in the room’s window)") },
  { "k", N_("Legend (in the room’s window)") },
  { "e", N_("Edit here, before the room (in the room’s window)") },
  { "<Control><Shift>h n", N_("Hide names, or show them (N in the room’s window)") },
  { "F1", N_("How to begin") },
};

static void
add_row (GtkWidget *group, const char *title, GtkWidget *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (suffix != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
add_group (GtkWidget *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

static GtkWidget *
new_begin (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = add_group (page, _("A map in twenty minutes"));

  for (guint i = 0; i < G_N_ELEMENTS (begin); i++)
    add_row (group, g_dgettext (GETTEXT_PACKAGE, begin[i]), NULL);
  group = add_group (page, _("What stays on this machine"));
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    add_row (group, g_dgettext (GETTEXT_PACKAGE, promises[i]), NULL);
  return page;
}

static GtkWidget *
new_keys (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *title = g_dgettext (GETTEXT_PACKAGE, shortcuts[i].title);

      if (shortcuts[i].keys == NULL)
        group = add_group (page, title);
      else
        add_row (group, title, gtk_shortcut_label_new (shortcuts[i].keys));
    }
  return page;
}

static void
rapport_help_window_class_init (RapportHelpWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rapport_help_window_init (RapportHelpWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_window_set_title (GTK_WINDOW (self), _("Help"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 640);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->begin = new_begin ();
  self->keys = new_keys ();
  gtk_stack_add_titled (self->stack, self->begin, "begin", _("How to begin"));
  gtk_stack_add_titled (self->stack, self->keys, "keys", _("Keys"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  gtk_box_append (GTK_BOX (all), header);
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), all);
}

/* @keys: whether the keys are shown first, and not how to begin */
void
rapport_help_window_present (GtkWindow *parent, gboolean keys)
{
  RapportHelpWindow *self
      = g_object_new (RAPPORT_TYPE_HELP_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);

  gtk_stack_set_visible_child (self->stack, keys ? self->keys : self->begin);
  gtk_window_present (GTK_WINDOW (self));
}
