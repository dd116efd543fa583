/* rapport-window-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window shares with its actions.
 */
#pragma once

#include "rapport-canvas-host.h"
#include "rapport-find-bar.h"
#include "rapport-greeting-bar.h"
#include "rapport-inspector.h"
#include "rapport-minimap.h"
#include "rapport-outline-view.h"
#include "rapport-presenter.h"
#include "rapport-question-bar.h"
#include "rapport-question-starters.h"
#include "rapport-tidy.h"
#include "rapport-toaster.h"
#include "rapport-view-bar.h"
#include "rapport-window.h"
#include "rapport-workshop-panel.h"

G_BEGIN_DECLS

struct _RapportWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkMenuButton *open_button;
  GtkMenuButton *small_open_button;
  GtkMenuButton *menu_button;
  GMenuModel *maps_menu;
  GMenu *opening_section; /* of it */
  GMenuModel *main_menu;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkToggleButton *outline_toggle;
  GtkToggleButton *inspector_toggle;
  GtkWidget *pages;
  GtkStack *stack;
  GtkWidget *start_page;
  GtkWidget *opening_page;
  GtkSpinner *opening_spinner;
  GtkWidget *map_page;
  GtkButton *new_button;
  GtkListBox *recoveries;
  GtkLabel *recents_title;
  GtkListBox *recents;
  GtkListBox *examples;
  RapportQuestionBar *question_bar;
  RapportViewBar *view_bar;
  RapportGreetingBar *greeting_bar;
  RapportFindBar *find_bar;
  RapportQuestionStarters *starters;
  GtkInfoBar *notice_bar;
  GtkLabel *notice_label;
  RapportCanvas *canvas;
  RapportMinimap *minimap;
  RapportOutlineView *outline;
  RapportInspector *inspector;
  AdwSplitButton *present_button;
  AdwSplitButton *small_present_button;
  GtkWidget *save_and_present; /* in forms that take less and less room */
  AdwClamp *title_room;
  RapportWorkshopPanel *workshop;
  AdwFlap *outline_flap;
  AdwFlap *inspector_flap;
  AdwFlap *workshop_flap;

  /* Owned */
  RapportSession *session; /* nullable: the start page */
  RapportSession *asked_before_start; /* not a reference: only compared with the session that is open */
  RapportPresenter *presenter; /* nullable: after disposal */
  RapportTidy *tidy;
  GtkWidget *comparing; /* weak, nullable: the window that lists what differs */
  RapportToaster *toaster; /* nullable: after disposal */
  GSignalGroup *session_signals;
  GSignalGroup *history_signals;
  GSignalGroup *selection_signals;

  GCancellable *opening; /* nullable: while a map is read */
  char *opening_path;    /* nullable */
  guint opening_source;  /* until it is told that this takes long */

  gboolean pasting; /* until it is known what the clipboard holds */
  gboolean closing; /* the user has answered what to do with unsaved work */
};

void _rapport_window_class_actions_init (RapportWindowClass *klass);
void _rapport_window_actions_init       (RapportWindow *self);
void _rapport_window_update_actions     (RapportWindow *self);
void _rapport_window_class_maps_init    (RapportWindowClass *klass);
void _rapport_window_maps_init          (RapportWindow *self);
RapportWindow *_rapport_window_for_another (RapportWindow *self);
void _rapport_window_open_beside        (RapportWindow *self, const char *path);
void _rapport_window_class_clipboard_init (RapportWindowClass *klass);
void _rapport_window_clipboard_init     (RapportWindow *self);
void _rapport_window_update_clipboard   (RapportWindow *self);
void _rapport_window_class_present_init (RapportWindowClass *klass);
void _rapport_window_present_init       (RapportWindow *self);
void _rapport_window_update_present     (RapportWindow *self);
void _rapport_window_class_times_init   (RapportWindowClass *klass);
void _rapport_window_update_times       (RapportWindow *self);
void _rapport_window_fit_title          (RapportWindow *self, int width);
void _rapport_window_show_page          (RapportWindow *self, const char *name);
GtkWindow *_rapport_window_show_error   (RapportWindow *self, const char *heading, const char *sentence);
void _rapport_window_stop_opening       (RapportWindow *self);
void _rapport_window_save               (RapportWindow *self, gboolean then_close);
void _rapport_window_offer_undo         (RapportWindow *self, const char *done);

G_END_DECLS
