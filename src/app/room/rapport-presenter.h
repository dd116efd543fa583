/* rapport-presenter.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-audience-window.h"

G_BEGIN_DECLS

/* Where the room's picture goes. */
typedef enum
{
  RAPPORT_PRESENT_SCREEN, /* a screen of its own where there is one, else this one */
  RAPPORT_PRESENT_WINDOW, /* an ordinary window, for video calls */
} RapportPresentPlace;

/**
 * RapportPresenter:
 * Brings the room's picture to a screen and takes it away again. With two screens the editor stays here; with one it
 * makes room, so that nothing of it can be seen, and comes back at the end. A screen that is unplugged takes the picture
 * along; when there is one again the picture is held, so that nobody shows by accident what was done meanwhile.
 *
 * The signal ::changed () is sent when it begins, ends, or a screen goes or comes.
 */
#define RAPPORT_TYPE_PRESENTER (rapport_presenter_get_type ())
G_DECLARE_FINAL_TYPE (RapportPresenter, rapport_presenter, RAPPORT, PRESENTER, GObject)

RapportPresenter    *rapport_presenter_new              (GtkWindow *editor);
void                 rapport_presenter_start            (RapportPresenter *self, RapportSession *session,
                                                         RapportPresentPlace place, const char *monitor);
void                 rapport_presenter_stop             (RapportPresenter *self);
gboolean             rapport_presenter_is_active        (RapportPresenter *self);
gboolean             rapport_presenter_is_lost          (RapportPresenter *self);
gboolean             rapport_presenter_has_own_screen   (RapportPresenter *self);
RapportPresentation *rapport_presenter_get_presentation (RapportPresenter *self);
RapportAudienceView *rapport_presenter_get_view         (RapportPresenter *self);
GPtrArray           *rapport_presenter_list_monitors    (RapportPresenter *self);

G_END_DECLS
