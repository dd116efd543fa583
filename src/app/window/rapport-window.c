/* rapport-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-window-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-button-names.h"
#include "rapport-edits.h"
#include "rapport-file-name.h"
#include "rapport-late-menu.h"
#include "rapport-message-dialog.h"
#include "rapport-settings.h"
#include "rapport-stakeholder.h"
#include "rapport-upright.h"

static void rapport_window_host_init (RapportCanvasHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RapportWindow, rapport_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (RAPPORT_TYPE_CANVAS_HOST, rapport_window_host_init))

/* A sentence that fades by itself. */
void
rapport_window_tell (RapportWindow *self, const char *sentence)
{
  if (self->toaster != NULL)
    rapport_toaster_tell (self->toaster, sentence);
}

/* @done: (nullable): what was done, as a sentence */
void
_rapport_window_offer_undo (RapportWindow *self, const char *done)
{
  if (done != NULL && self->toaster != NULL)
    rapport_toaster_offer_undo (self->toaster, done);
}

static RapportCanvas *
get_canvas (RapportCanvasHost *host)
{
  return RAPPORT_WINDOW (host)->canvas;
}

static void
done_cb (RapportCanvasHost *host, const char *done)
{
  _rapport_window_offer_undo (RAPPORT_WINDOW (host), done);
}

static void
rapport_window_host_init (RapportCanvasHostInterface *iface)
{
  iface->get_canvas = get_canvas;
  iface->done = done_cb;
}

static const char *
describe_state (RapportWindow *self)
{
  if (rapport_session_is_saving (self->session))
    return _("Saving…");
  if (rapport_session_is_read_only (self->session))
    return _("To look at only");
  if (rapport_session_get_path (self->session) == NULL)
    return _("Not saved yet");
  return rapport_session_is_modified (self->session) ? _("Changed since it was saved") : _("Saved");
}

static void
update_title (RapportWindow *self)
{
  g_autofree char *title = NULL;

  if (self->session == NULL)
    {
      adw_window_title_set_title (self->title, _("Rapport"));
      adw_window_title_set_subtitle (self->title, "");
      gtk_window_set_title (GTK_WINDOW (self), _("Rapport"));
      return;
    }
  title = rapport_session_dup_title (self->session);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, describe_state (self));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_undo_words (RapportWindow *self)
{
  RapportHistory *history
      = self->session != NULL ? rapport_session_get_history (self->session) : NULL;
  const char *undo = history != NULL ? rapport_history_get_undo_label (history) : NULL;
  const char *redo = history != NULL ? rapport_history_get_redo_label (history) : NULL;
  /* Translators: %s is what was done, such as “Add a stakeholder”. */
  g_autofree char *undo_words = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : NULL;
  g_autofree char *redo_words = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo_button),
                               undo_words != NULL ? undo_words : _("Undo"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->redo_button),
                               redo_words != NULL ? redo_words : _("Redo"));
}

static void
changed_cb (RapportWindow *self)
{
  update_title (self);
  update_undo_words (self);
  _rapport_window_update_actions (self);
}

static void
committed_cb (RapportWindow *self)
{
  if (self->toaster != NULL)
    rapport_toaster_forget_undo (self->toaster);
  changed_cb (self);
}

static void
show_notices (RapportWindow *self)
{
  GPtrArray *notices = rapport_session_get_notices (self->session);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < notices->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (notices, i));
  gtk_label_set_text (self->notice_label, text->str);
  gtk_info_bar_set_revealed (self->notice_bar, notices->len > 0);
}

static void
notice_response_cb (RapportWindow *self)
{
  gtk_info_bar_set_revealed (self->notice_bar, FALSE);
}

/* @session: (transfer none): takes the place of the one that was shown */
void
rapport_window_set_session (RapportWindow *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_WINDOW (self) && RAPPORT_IS_SESSION (session));

  _rapport_window_stop_opening (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.stop-tidying", NULL);
  rapport_presenter_stop (self->presenter);
  if (self->comparing != NULL)
    gtk_window_close (GTK_WINDOW (self->comparing));
  /* Nobody has changed it, or the changes are given up by choice. */
  if (self->session != NULL && self->session != session)
    rapport_session_close (self->session);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals, rapport_session_get_history (session));
  g_signal_group_set_target (self->selection_signals, rapport_session_get_selection (session));
  rapport_canvas_set_session (self->canvas, session);
  rapport_find_bar_set_session (self->find_bar, session);
  rapport_question_starters_set_session (self->starters, session);
  rapport_question_bar_set_session (self->question_bar, session);
  rapport_view_bar_set_session (self->view_bar, session);
  rapport_greeting_bar_greet (self->greeting_bar, session);
  rapport_inspector_set_session (self->inspector, session);
  rapport_outline_view_set_session (self->outline, session);
  rapport_workshop_panel_set_session (self->workshop, session);
  _rapport_window_show_page (self, "map");
  show_notices (self);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* Returns: (nullable) (transfer none) */
RapportSession *
rapport_window_get_session (RapportWindow *self)
{
  g_return_val_if_fail (RAPPORT_IS_WINDOW (self), NULL);
  return self->session;
}

/* Whether it is the start page, or a new map that nobody has touched: another map may take its place. */
gboolean
rapport_window_is_empty (RapportWindow *self)
{
  g_return_val_if_fail (RAPPORT_IS_WINDOW (self), FALSE);
  if (self->opening != NULL)
    return FALSE;
  return self->session == NULL
         || (rapport_session_get_path (self->session) == NULL
             && !rapport_session_is_modified (self->session));
}

/* Returns: (transfer none): what tells it, until it is closed */
GtkWindow *
_rapport_window_show_error (RapportWindow *self, const char *heading, const char *sentence)
{
  GtkWidget *dialog = rapport_message_dialog_new (GTK_WINDOW (self), heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  rapport_button_names_mend (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

static void
recover_cb (RapportWindow *self, GtkListBoxRow *row)
{
  RapportRecovery *recovery = g_object_get_data (G_OBJECT (row), "recovery");
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportSession) session = rapport_session_recover (recovery, &error);

  gtk_widget_set_visible (GTK_WIDGET (self->recoveries), FALSE);
  if (session == NULL)
    _rapport_window_show_error (self, _("The work was not recovered"), error->message);
  else
    rapport_window_set_session (self, session);
}

/* Work that a crash left behind is offered and never opened by itself. */
static void
fill_recoveries (RapportWindow *self)
{
  g_autoptr (GPtrArray) list = rapport_recovery_list ();

  g_ptr_array_set_free_func (list, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      RapportRecovery *recovery = g_ptr_array_index (list, i);
      GtkWidget *row = adw_action_row_new ();
      const char *title = rapport_recovery_get_title (recovery);
      g_autofree char *words
          = g_strdup_printf (ngettext ("Unsaved work: %u step. Open it again",
                                       "Unsaved work: %u steps. Open it again",
                                       rapport_recovery_get_edits (recovery)),
                             rapport_recovery_get_edits (recovery));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     *title != '\0' ? title : _("New map"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "recovery", recovery,
                              (GDestroyNotify) rapport_recovery_free);
      gtk_list_box_append (self->recoveries, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recoveries), list->len > 0);
}

/* A name is what one wants to change about somebody most; the rest is in the details. */
static void
activated_cb (RapportWindow *self, const char *id)
{
  RapportElement *element = rapport_map_lookup (rapport_session_get_map (self->session), id);

  if (element != NULL && RAPPORT_IS_STAKEHOLDER (element))
    rapport_canvas_rename (self->canvas, id);
  else
    gtk_toggle_button_set_active (self->inspector_toggle, TRUE);
}

/* From the outline: on to the first field of what was entered. */
static void
entered_cb (RapportWindow *self)
{
  gtk_toggle_button_set_active (self->inspector_toggle, TRUE);
  rapport_inspector_focus_first (self->inspector);
  rapport_canvas_show_selected (self->canvas);
}

static void
link_cb (RapportWindow *self, const char *a, const char *b)
{
  rapport_edit_link (self->session, a, b);
}

static void
sector_response_cb (AdwToast *toast, RapportWindow *self)
{
  const char *id = g_object_get_data (G_OBJECT (toast), "id");
  const char *sector = g_object_get_data (G_OBJECT (toast), "sector");

  rapport_edit_set_sector (self->session, id, sector);
}

/* A drag never changes the sector; this offers to. */
static void
dropped_in_sector_cb (RapportWindow *self, const char *id, const char *sector)
{
  RapportMap *map = rapport_session_get_map (self->session);
  RapportElement *element = rapport_map_lookup (map, id);
  const char *old = rapport_map_get_sector_name (map, rapport_element_get_text (element, "sector"));
  const char *new = rapport_map_get_sector_name (map, sector);
  /* Translators: the first %s is a sector such as “NHS”. */
  g_autofree char *words = g_strdup_printf (_("Still %s"), old != NULL ? old : _("without a sector"));
  g_autofree char *offer = g_strdup_printf (_("Make it %s"), new != NULL ? new : sector);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, offer);
  g_object_set_data_full (G_OBJECT (toast), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (toast), "sector", g_strdup (sector), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (sector_response_cb), self, 0);
  rapport_toaster_add (self->toaster, toast);
}

static gboolean
close_cb (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

static void
close_response_cb (RapportWindow *self, const char *response)
{
  if (g_str_equal (response, "save"))
    _rapport_window_save (self, TRUE);
  else if (g_str_equal (response, "discard"))
    {
      self->closing = TRUE;
      /* When the dialog is wholly gone: GTK 4.8 lets it look for its parent once more. */
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
    }
}

static void
ask_before_closing (RapportWindow *self)
{
  g_autofree char *title = rapport_session_dup_title (self->session);
  GtkWidget *dialog = rapport_message_dialog_new (GTK_WINDOW (self), _("Save before closing?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("“%s” has changes that are not in its file yet."), title);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard",
                                    _("_Don’t save"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  rapport_button_names_mend (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The next window is as this one is left. */
static void
remember_size (RapportWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_object_set (rapport_settings_get_default (), "window-width", MAX (width, 360), "window-height", MAX (height, 294),
                "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)), NULL);
}

static void
take_size (RapportWindow *self)
{
  RapportSettings *settings = rapport_settings_get_default ();

  gtk_window_set_default_size (GTK_WINDOW (self), rapport_settings_get_number (settings, "window-width"),
                               rapport_settings_get_number (settings, "window-height"));
  if (rapport_settings_get_flag (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
rapport_window_close_request (GtkWindow *window)
{
  RapportWindow *self = RAPPORT_WINDOW (window);

  if (self->session != NULL && !self->closing && rapport_session_is_modified (self->session)
      && !rapport_session_is_read_only (self->session))
    {
      ask_before_closing (self);
      return GDK_EVENT_STOP;
    }
  _rapport_window_stop_opening (self);
  remember_size (self);
  rapport_presenter_stop (self->presenter);
  if (self->session != NULL)
    rapport_session_close (self->session);
  return GTK_WINDOW_CLASS (rapport_window_parent_class)->close_request (window);
}

static void
rapport_window_dispose (GObject *object)
{
  RapportWindow *self = RAPPORT_WINDOW (object);

  _rapport_window_stop_opening (self);
  if (self->tidy != NULL)
    rapport_tidy_stop (self->tidy);
  g_clear_object (&self->tidy);
  g_clear_object (&self->presenter);
  if (self->comparing != NULL)
    gtk_window_destroy (GTK_WINDOW (self->comparing));
  g_clear_weak_pointer (&self->comparing);
  g_clear_object (&self->toaster);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->selection_signals);
  /* Should the toolkit keep a pane, which GTK 4.8 forgets to let go of at times, it shall not keep the map. */
  if (self->session != NULL)
    {
      rapport_outline_view_set_session (self->outline, NULL);
      rapport_inspector_set_session (self->inspector, NULL);
      rapport_workshop_panel_set_session (self->workshop, NULL);
    }
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAPPORT_TYPE_WINDOW);

  G_OBJECT_CLASS (rapport_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, small_open_button);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, maps_menu);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, opening_section);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, outline_toggle);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, inspector_toggle);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, opening_page);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, opening_spinner);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, map_page);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, recoveries);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, recents);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, recents_title);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, examples);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, question_bar);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, view_bar);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, greeting_bar);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, starters);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, canvas);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, minimap);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, outline);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, small_present_button);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, save_and_present);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, title_room);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, workshop);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, workshop_flap);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, outline_flap);
  gtk_widget_class_bind_template_child (widget_class, RapportWindow, inspector_flap);
}

static void
rapport_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  _rapport_window_fit_title (RAPPORT_WINDOW (widget), width);
  GTK_WIDGET_CLASS (rapport_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
rapport_window_class_init (RapportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rapport_window_dispose;
  widget_class->size_allocate = rapport_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = rapport_window_close_request;

  g_type_ensure (RAPPORT_TYPE_CANVAS);
  g_type_ensure (RAPPORT_TYPE_MINIMAP);
  g_type_ensure (RAPPORT_TYPE_FIND_BAR);
  g_type_ensure (RAPPORT_TYPE_VIEW_BAR);
  g_type_ensure (RAPPORT_TYPE_GREETING_BAR);
  g_type_ensure (RAPPORT_TYPE_INSPECTOR);
  g_type_ensure (RAPPORT_TYPE_OUTLINE_VIEW);
  g_type_ensure (RAPPORT_TYPE_QUESTION_BAR);
  g_type_ensure (RAPPORT_TYPE_QUESTION_STARTERS);
  g_type_ensure (RAPPORT_TYPE_WORKSHOP_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rapport/Rapport/rapport-window.ui");
  bind_children (widget_class);
  _rapport_window_class_maps_init (klass);
  _rapport_window_class_actions_init (klass);
  _rapport_window_class_present_init (klass);
}

static void
make_signal_groups (RapportWindow *self)
{
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::modified", G_CALLBACK (changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::saving", G_CALLBACK (changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::path", G_CALLBACK (changed_cb), self);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (committed_cb), self);
  self->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed",
                                  G_CALLBACK (_rapport_window_update_actions), self);
}

static void
rapport_window_init (RapportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rapport_late_menu_set (self->menu_button, self->main_menu);
  rapport_upright_lay_out (self->pages);
  rapport_upright_lay_out (self->map_page);
  take_size (self);
  self->toaster = rapport_toaster_new (self->toasts);
  make_signal_groups (self);
  rapport_minimap_set_canvas (self->minimap, self->canvas);
  _rapport_window_actions_init (self);
  _rapport_window_present_init (self);
  _rapport_window_maps_init (self);
  fill_recoveries (self);
  g_signal_connect_object (self->recoveries, "row-activated", G_CALLBACK (recover_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notice_bar, "response", G_CALLBACK (notice_response_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->starters, "own", G_CALLBACK (rapport_canvas_ask), self->canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->starters, "done", G_CALLBACK (gtk_widget_grab_focus), self->canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "naming", G_CALLBACK (rapport_question_starters_skip), self->starters,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "dropped-in-sector", G_CALLBACK (dropped_in_sector_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "found", G_CALLBACK (rapport_canvas_show_selected), self->canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "activated", G_CALLBACK (entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "leave", G_CALLBACK (gtk_widget_grab_focus), self->canvas,
                           G_CONNECT_SWAPPED);
  rapport_button_names_mend (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->new_button));
  changed_cb (self);
}

RapportWindow *
rapport_window_new (GtkApplication *application)
{
  return g_object_new (RAPPORT_TYPE_WINDOW, "application", application, NULL);
}
