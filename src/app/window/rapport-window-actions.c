/* rapport-window-actions.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every action of the window but those on its map, which are rapport-canvas-host.c's: its enabled state and its
 * shortcut, in one place each.
 */
#include "rapport-window-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-button-names.h"
#include "rapport-edits.h"
#include "rapport-export-dialog.h"
#include "rapport-file-error.h"
#include "rapport-help-window.h"
#include "rapport-message-dialog.h"
#include "rapport-pane.h"
#include "rapport-paper-window.h"
#include "rapport-recent-folder.h"
#include "rapport-recent-maps.h"
#include "rapport-sharing-window.h"

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (RapportSession) session = rapport_session_new ();

  rapport_window_set_session (_rapport_window_for_another (RAPPORT_WINDOW (widget)), session);
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, RapportWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && g_file_peek_path (file) != NULL)
    {
      rapport_recent_folder_keep (file);
      _rapport_window_open_beside (self, g_file_peek_path (file));
    }
  g_object_unref (dialog);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) maps = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (maps, _("Partnership maps"));
  gtk_file_filter_add_suffix (maps, "rapport");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, maps);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Open a map"), GTK_WINDOW (widget),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  add_filters (GTK_FILE_CHOOSER (dialog));
  rapport_recent_folder_begin (GTK_FILE_CHOOSER (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (open_response_cb), widget);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
stop_opening_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _rapport_window_stop_opening (RAPPORT_WINDOW (widget));
}

/* What goes on after a save, once it is known how it went. */
typedef struct
{
  RapportWindow *window; /* owned */
  char *path;
  gboolean then_close;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_free (saving->path);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void start_save (RapportWindow *self, const char *path, gboolean overwrite, gboolean then_close);
static void choose_path (RapportWindow *self, gboolean then_close);

static void
changed_outside_cb (AdwMessageDialog *dialog, const char *response, Saving *saving)
{
  if (g_str_equal (response, "overwrite"))
    start_save (saving->window, saving->path, TRUE, saving->then_close);
  else if (g_str_equal (response, "copy"))
    choose_path (saving->window, saving->then_close);
  else if (g_str_equal (response, "reload"))
    rapport_window_open (saving->window, saving->path);
  saving_free (saving);
}

/* @saving: (transfer full) */
static void
ask_about_failure (Saving *saving, const GError *error)
{
  gboolean changed = g_error_matches (error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_CHANGED_OUTSIDE);
  gboolean missing = g_error_matches (error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_MISSING);
  gboolean exists = g_error_matches (error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_EXISTS);
  GtkWidget *dialog = rapport_message_dialog_new (
      GTK_WINDOW (saving->window),
      changed ? _("The file was changed by somebody else") : _("The map was not saved"), error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "copy",
                                    _("Save a _copy…"), NULL);
  if (missing)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "overwrite", _("_Save it here again"));
  if (exists)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "overwrite", _("_Replace"));
  if (changed)
    {
      adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "reload", _("_Reload"), "overwrite",
                                        _("_Overwrite"), NULL);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reload", ADW_RESPONSE_DESTRUCTIVE);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite",
                                                  ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "copy");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (changed_outside_cb), saving);
  rapport_button_names_mend (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  RapportWindow *self = saving->window;

  if (!rapport_session_save_finish (RAPPORT_SESSION (source), result, &error))
    {
      ask_about_failure (g_steal_pointer (&saving), error);
      return;
    }
  rapport_recent_maps_add (RAPPORT_SESSION (source));
  if (saving->then_close && !rapport_session_is_modified (RAPPORT_SESSION (source)))
    gtk_window_close (GTK_WINDOW (self));
}

static void
start_save (RapportWindow *self, const char *path, gboolean overwrite, gboolean then_close)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->path = g_strdup (path);
  saving->then_close = then_close;
  rapport_session_save_async (self->session, path, overwrite, saved_cb, saving);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, RapportWindow *self)
{
  gboolean then_close = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "then-close"));
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  /* The chooser has asked whether to replace what is there. */
  if (file != NULL)
    {
      rapport_recent_folder_keep (file);
      start_save (self, g_file_peek_path (file), TRUE, then_close);
    }
  g_object_unref (dialog);
}

static void
choose_path (RapportWindow *self, gboolean then_close)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Save the map"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  g_autofree char *title = rapport_session_dup_title (self->session);
  g_autofree char *name = g_strconcat (g_strdelimit (title, "/\n", '-'), ".rapport", NULL);

  add_filters (GTK_FILE_CHOOSER (dialog));
  rapport_recent_folder_begin (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data (G_OBJECT (dialog), "then-close", GINT_TO_POINTER (then_close));
  g_signal_connect (dialog, "response", G_CALLBACK (save_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
_rapport_window_save (RapportWindow *self, gboolean then_close)
{
  const char *path = rapport_session_get_path (self->session);

  if (rapport_session_is_saving (self->session))
    return;
  if (path == NULL || rapport_session_is_read_only (self->session))
    choose_path (self, then_close);
  else
    start_save (self, path, FALSE, then_close);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _rapport_window_save (RAPPORT_WINDOW (widget), FALSE);
}

static void
save_as_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_path (RAPPORT_WINDOW (widget), FALSE);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_export_dialog_present (GTK_WINDOW (widget), RAPPORT_WINDOW (widget)->session);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_paper_window_present (GTK_WINDOW (widget), RAPPORT_WINDOW (widget)->session);
}

static void
sharing_copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_sharing_window_present (GTK_WINDOW (widget), RAPPORT_WINDOW (widget)->session);
}

static void
help_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_help_window_present (GTK_WINDOW (widget), FALSE);
}

static void
keys_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_help_window_present (GTK_WINDOW (widget), TRUE);
}

/* The name of a group can be typed at once. */
static void
group_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);

  if (rapport_edit_group (self->session) == NULL)
    return;
  gtk_toggle_button_set_active (self->inspector_toggle, TRUE);
  rapport_inspector_focus_first (self->inspector);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_find_bar_start (RAPPORT_WINDOW (widget)->find_bar);
}

/* Only what has a star, or everything again. */
static void
starred_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportSession *session = RAPPORT_WINDOW (widget)->session;
  const RapportLens *lens = rapport_session_get_lens (session);
  g_autoptr (RapportLens) changed = rapport_lens_with_starred_only (lens, !rapport_lens_is_starred_only (lens));

  rapport_session_set_lens (session, changed);
}

/* --- Tidying --- */

static void
tidy_progress_cb (RapportWindow *self, double fraction)
{
  /* Translators: %d is a number from 0 to 100. */
  g_autofree char *words = g_strdup_printf (_("Tidying: %d %% done"), (int) (100 * fraction));

  rapport_toaster_show_progress (self->toaster, words, "win.stop-tidying");
}

static void
tidy_done_cb (RapportWindow *self, RapportTidyOutcome outcome)
{
  rapport_toaster_end_progress (self->toaster);
  if (outcome == RAPPORT_TIDY_MOVED)
    _rapport_window_offer_undo (self, _("The map was tidied"));
  else if (outcome == RAPPORT_TIDY_NOBODY_MOVED)
    rapport_window_tell (self, _("Everybody stands well already."));
  else
    rapport_window_tell (self, _("The map changed meanwhile, so nobody was moved."));
}

static void
tidy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);

  rapport_toaster_end_progress (self->toaster);
  rapport_tidy_start (self->tidy, self->session);
}

static void
stop_tidying_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);

  rapport_tidy_stop (self->tidy);
  rapport_toaster_end_progress (self->toaster);
}

/* Where the outline comes up it has the focus; where it goes the map does. */
static void
outline_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);
  gboolean show = !gtk_toggle_button_get_active (self->outline_toggle);

  gtk_toggle_button_set_active (self->outline_toggle, show);
  if (show)
    rapport_outline_view_start_search (self->outline);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
details_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);
  gboolean show = !gtk_toggle_button_get_active (self->inspector_toggle);

  gtk_toggle_button_set_active (self->inspector_toggle, show);
  if (show)
    rapport_inspector_focus_first (self->inspector);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint key;
  GdkModifierType modifiers;
  const char *parameter; /* nullable: its type */
} actions[] = {
  { "win.new", new_cb, GDK_KEY_n, GDK_CONTROL_MASK },
  { "win.open", open_cb, GDK_KEY_o, GDK_CONTROL_MASK },
  { "win.stop-opening", stop_opening_cb, 0, 0 },
  { "win.save", save_cb, GDK_KEY_s, GDK_CONTROL_MASK },
  { "win.save-as", save_as_cb, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.sharing-copy", sharing_copy_cb, 0, 0 },
  { "win.export", export_cb, GDK_KEY_e, GDK_CONTROL_MASK },
  { "win.print", print_cb, GDK_KEY_p, GDK_CONTROL_MASK },
  { "win.find", find_cb, GDK_KEY_f, GDK_CONTROL_MASK },
  { "win.starred-only", starred_cb, 0, 0 },
  { "win.group", group_cb, GDK_KEY_g, GDK_CONTROL_MASK },
  { "win.tidy", tidy_cb, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.stop-tidying", stop_tidying_cb, 0, 0 },
  { "win.outline", outline_cb, GDK_KEY_F9, 0 },
  { "win.details", details_cb, GDK_KEY_F9, GDK_SHIFT_MASK },
  { "win.help", help_cb, GDK_KEY_F1, 0 },
  { "win.keys", keys_cb, GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
};

void
_rapport_window_class_actions_init (RapportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  rapport_canvas_host_install_actions (widget_class);
  _rapport_window_class_clipboard_init (klass);
  _rapport_window_class_times_init (klass);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
}

/* What the actions of one window keep. */
void
_rapport_window_actions_init (RapportWindow *self)
{
  _rapport_window_clipboard_init (self);
  self->tidy = rapport_tidy_new ();
  g_signal_connect_object (self->tidy, "progress", G_CALLBACK (tidy_progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tidy, "done", G_CALLBACK (tidy_done_cb), self, G_CONNECT_SWAPPED);
  rapport_pane_watch (self->outline_flap, GTK_WIDGET (self->canvas));
  rapport_pane_watch (self->inspector_flap, GTK_WIDGET (self->canvas));
}

/* The one place that says what can be done now. */
void
_rapport_window_update_actions (RapportWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->session != NULL;
  gboolean editable = open && !rapport_session_is_read_only (self->session);
  guint n_selected
      = open ? rapport_selection_get_size (rapport_session_get_selection (self->session)) : 0;

  rapport_canvas_host_update_actions (RAPPORT_CANVAS_HOST (self));
  gtk_widget_action_set_enabled (widget, "win.save",
                                 open && !rapport_session_is_saving (self->session));
  gtk_widget_action_set_enabled (widget, "win.save-as",
                                 open && !rapport_session_is_saving (self->session));
  gtk_widget_action_set_enabled (widget, "win.export", open);
  gtk_widget_action_set_enabled (widget, "win.print", open);
  gtk_widget_action_set_enabled (widget, "win.sharing-copy", open);
  gtk_widget_action_set_enabled (widget, "win.group", editable && n_selected > 1);
  gtk_widget_action_set_enabled (widget, "win.tidy", editable);
  gtk_widget_action_set_enabled (widget, "win.find", open);
  gtk_widget_action_set_enabled (widget, "win.starred-only", open);
  gtk_widget_action_set_enabled (widget, "win.outline", open);
  gtk_widget_action_set_enabled (widget, "win.details", open);
  _rapport_window_update_clipboard (self);
  _rapport_window_update_times (self);
  _rapport_window_update_present (self);
}
