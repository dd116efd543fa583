/* rapport-sharing-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-sharing-window.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-button-names.h"
#include "rapport-choice-names.h"
#include "rapport-map-file.h"
#include "rapport-picture.h"
#include "rapport-sharing-copy.h"

struct _RapportSharingWindow
{
  AdwWindow parent_instance;

  /* Owned */
  RapportSession *session;
  RapportSharingCopy *copy; /* nullable: before the names are chosen */

  /* Children */
  AdwComboRow *names;
  AdwComboRow *format;
  GtkWidget *lists;
  GtkLabel *failure;
  GtkWidget *write;
};

G_DEFINE_FINAL_TYPE (RapportSharingWindow, rapport_sharing_window, ADW_TYPE_WINDOW)

/* In the order of the choice. */
static const RapportSharingNames names[] = { RAPPORT_SHARING_NAMES_ROLES, RAPPORT_SHARING_NAMES_NONE,
                                             RAPPORT_SHARING_NAMES_ALL };

/* In the order of the choice. A picture and a text hold what the map does, and cannot be changed or looked into. */
static const char *const endings[] = { ".rapport", ".pdf", ".png", ".txt" };

/* --- What leaves --- */

static void
add_list (RapportSharingWindow *self, const char *heading, GPtrArray *sentences)
{
  GtkWidget *group;

  if (sentences->len == 0)
    return;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), heading);
  for (guint i = 0; i < sentences->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_ptr_array_index (sentences, i));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (GTK_BOX (self->lists), group);
}

static void
update (RapportSharingWindow *self)
{
  GtkWidget *child;

  if (self->session == NULL)
    return;
  g_clear_pointer (&self->copy, rapport_sharing_copy_free);
  self->copy = rapport_sharing_copy_new (rapport_session_get_map (self->session),
                                         rapport_session_get_lens (self->session),
                                         names[MIN (adw_combo_row_get_selected (self->names),
                                                    G_N_ELEMENTS (names) - 1)]);
  while ((child = gtk_widget_get_first_child (self->lists)) != NULL)
    gtk_box_remove (GTK_BOX (self->lists), child);
  add_list (self, _("Look at this first"), self->copy->warnings);
  add_list (self, _("In the copy"), self->copy->leaves);
  add_list (self, _("Not in it"), self->copy->stays);
}

/* --- Writing it --- */

static void
fail (RapportSharingWindow *self, const char *sentence)
{
  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

static gboolean
is_the_map_itself (RapportSharingWindow *self, GFile *file)
{
  const char *path = rapport_session_get_path (self->session);
  g_autoptr (GFile) own = path != NULL ? g_file_new_for_path (path) : NULL;

  return own != NULL && g_file_equal (own, file);
}

static const char *
get_ending (RapportSharingWindow *self)
{
  return endings[MIN (adw_combo_row_get_selected (self->format), G_N_ELEMENTS (endings) - 1)];
}

/* Returns: (transfer full) (nullable): the picture or the words of the copy, never of the map */
static GBytes *
render (RapportSharingWindow *self, GError **error)
{
  const RapportTheme *theme = rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION);
  g_autoptr (RapportScene) scene = rapport_scene_new (self->copy->map, self->copy->lens, theme, NULL);
  RapportPictureOptions options = { 0 };

  if (g_str_equal (get_ending (self), ".txt"))
    {
      const char *words = rapport_scene_get_description (scene);

      return g_bytes_new (words, strlen (words));
    }
  rapport_picture_size_init (&options.size);
  options.format = g_str_equal (get_ending (self), ".pdf") ? RAPPORT_PICTURE_PDF : RAPPORT_PICTURE_PNG;
  options.scale = options.format == RAPPORT_PICTURE_PNG ? 2 : 1;
  return rapport_picture_render (scene, &options, NULL, error);
}

static gboolean
write_copy (RapportSharingWindow *self, const char *path, GError **error)
{
  g_autoptr (RapportFileStamp) stamp = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const RapportFileSaveFlags flags = RAPPORT_FILE_SAVE_NO_BACKUP | RAPPORT_FILE_SAVE_OVERWRITE;

  if (g_str_equal (get_ending (self), ".rapport"))
    return rapport_map_file_save (self->copy->map, path, &stamp, flags, error);
  bytes = render (self, error);
  return bytes != NULL && rapport_file_save (path, bytes, NULL, flags, NULL, error);
}

/* The chooser has asked whether to replace what is there. */
static void
write_to (RapportSharingWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  if (is_the_map_itself (self, file))
    {
      fail (self, _("That is the map itself. Give the copy another name, so that nothing of the map is lost."));
      return;
    }
  if (write_copy (self, g_file_peek_path (file), &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    fail (self, error->message);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, RapportSharingWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  /* It goes first, so that the keyboard finds its way back through the windows below it. */
  g_object_unref (dialog);
  if (file != NULL)
    write_to (self, file);
}

static void
write_cb (RapportSharingWindow *self)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Write a copy for partners"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                     _("_Write"), _("_Cancel"));
  g_autofree char *title = rapport_session_dup_title (self->session);
  /* Translators: the name of a file without its ending; %s is what the map is called. */
  g_autofree char *stem = g_strdup_printf (_("%s, for partners"), g_strdelimit (title, "/\n", '-'));
  g_autofree char *name = g_strconcat (stem, get_ending (self), NULL);

  fail (self, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- What it is made of --- */

static GtkWidget *
new_header (RapportSharingWindow *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->write = gtk_button_new_with_mnemonic (_("_Write the copy…"));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (self->write, "suggested-action");
  g_signal_connect_object (self->write, "clicked", G_CALLBACK (write_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->write);
  return header;
}

static GtkWidget *
new_names (RapportSharingWindow *self)
{
  const char *const words[] = { _("Roles by codes"), _("All by codes"), _("All by names"),
                                NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);
  GtkWidget *group = adw_preferences_group_new (), *row = adw_combo_row_new ();

  self->names = ADW_COMBO_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Names"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Behind a role there may stand one person"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_model (self->names, G_LIST_MODEL (model));
  rapport_choice_names_mend (row, _("Names"));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static GtkWidget *
new_format (RapportSharingWindow *self)
{
  const char *const words[] = { _("Map, to work with"), _("PDF"), _("PNG"), _("Text"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);
  GtkWidget *group = adw_preferences_group_new (), *row = adw_combo_row_new ();

  self->format = ADW_COMBO_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Write it as"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("The map is for those who have Rapport"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_model (self->format, G_LIST_MODEL (model));
  rapport_choice_names_mend (row, _("Write it as"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static GtkWidget *
new_content (RapportSharingWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->failure = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->failure, TRUE);
  gtk_label_set_xalign (self->failure, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->failure), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  self->lists = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (box, "before-start");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->failure));
  gtk_box_append (GTK_BOX (box), new_names (self));
  gtk_box_append (GTK_BOX (box), new_format (self));
  gtk_box_append (GTK_BOX (box), self->lists);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
rapport_sharing_window_dispose (GObject *object)
{
  RapportSharingWindow *self = RAPPORT_SHARING_WINDOW (object);

  g_clear_pointer (&self->copy, rapport_sharing_copy_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rapport_sharing_window_parent_class)->dispose (object);
}

static void
rapport_sharing_window_class_init (RapportSharingWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_sharing_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rapport_sharing_window_init (RapportSharingWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _("Copy for partners"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 660);
  gtk_box_append (GTK_BOX (all), new_header (self));
  gtk_box_append (GTK_BOX (all), new_content (self));
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->names));
}

/* Shows the window above @parent. */
void
rapport_sharing_window_present (GtkWindow *parent, RapportSession *session)
{
  RapportSharingWindow *self = g_object_new (RAPPORT_TYPE_SHARING_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                                            NULL);

  self->session = g_object_ref (session);
  if (rapport_session_hides_names (session))
    adw_combo_row_set_selected (self->names, 1);
  update (self);
  rapport_button_names_mend (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
