/* rapport-toaster.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-toaster.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-button-names.h"

/* Of frames that are painted, until a toast has wholly come: half a second where another one goes meanwhile, and more. */
#define COMES_MS 700
/* Until one that is to go does: a press of its own button makes it go as well, and it must not go twice. */
#define GOES_MS 400
/* So long it is up at least where others wait, and so many wait at most: what was told long ago is no news. */
#define LEAST_MS 2000
#define MOST_WAITING 2
/* So long an undo is offered after what was done last, as long as other toasts are up. */
#define OFFER_MS 5000
#define DISMISSED "rapport-dismissed"

struct _RapportToaster
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* borrowed: its window owns this */

  /* Owned */
  AdwToast *shown;    /* nullable */
  GQueue waiting;     /* of AdwToast, that which comes next first */
  AdwToast *undo;     /* nullable: may have gone by itself */
  AdwToast *progress; /* nullable: while something takes long */
  guint fading;       /* until the one that offers to undo goes by itself */
  guint forgetting;   /* until the one that offers to undo goes */
  guint ending;       /* until the one that tells how far something is goes */
  guint following;    /* until the next one comes */
  guint hurrying;     /* until the one that is shown makes room */

  /* Of what is shown, the times in microseconds */
  gint64 since;
  gint64 first_frame; /* 0 before it */
  guint coming;       /* while it does */
  gboolean going;     /* as soon as it has come */
};

G_DEFINE_FINAL_TYPE (RapportToaster, rapport_toaster, G_TYPE_OBJECT)

static void
stop_coming (RapportToaster *self)
{
  if (self->coming != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->overlay), self->coming);
  self->coming = 0;
}

static void
rapport_toaster_dispose (GObject *object)
{
  RapportToaster *self = RAPPORT_TOASTER (object);

  g_clear_handle_id (&self->fading, g_source_remove);
  g_clear_handle_id (&self->forgetting, g_source_remove);
  g_clear_handle_id (&self->ending, g_source_remove);
  g_clear_handle_id (&self->following, g_source_remove);
  g_clear_handle_id (&self->hurrying, g_source_remove);
  stop_coming (self);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_object (&self->shown);
  g_clear_object (&self->undo);
  g_clear_object (&self->progress);

  G_OBJECT_CLASS (rapport_toaster_parent_class)->dispose (object);
}

static void
rapport_toaster_class_init (RapportToasterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_toaster_dispose;
}

static void
rapport_toaster_init (RapportToaster *self)
{
}

/* @overlay: (transfer none): of the window that owns the toaster */
RapportToaster *
rapport_toaster_new (AdwToastOverlay *overlay)
{
  RapportToaster *self = g_object_new (RAPPORT_TYPE_TOASTER, NULL);

  self->overlay = overlay;
  return self;
}

/* --- Coming and going --- */

/* What is shown above the window's own child. */
static void
mend_names (AdwToastOverlay *overlay)
{
  GtkWidget *own = adw_toast_overlay_get_child (overlay);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != own)
      rapport_button_names_mend (child);
}

static gboolean
is_up (AdwToast *toast)
{
  return toast != NULL && g_object_get_data (G_OBJECT (toast), DISMISSED) == NULL;
}

/* libadwaita 1.2 frees twice what goes before it has wholly come, and how soon that is is a matter of frames: while the
 * program is busy none are painted. */
static void
go (RapportToaster *self)
{
  if (!is_up (self->shown))
    return;
  if (self->coming != 0)
    self->going = TRUE;
  else
    adw_toast_dismiss (self->shown);
}

static gboolean
come_cb (GtkWidget *overlay, GdkFrameClock *clock, gpointer data)
{
  RapportToaster *self = data;
  const gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->first_frame == 0)
    self->first_frame = now;
  if (now - self->first_frame < COMES_MS * 1000)
    return G_SOURCE_CONTINUE;
  self->coming = 0;
  if (self->going)
    go (self);
  return G_SOURCE_REMOVE;
}

static gboolean
make_room_cb (gpointer data)
{
  RapportToaster *self = data;

  self->hurrying = 0;
  go (self);
  return G_SOURCE_REMOVE;
}

/* What tells how far something is stays until that is done. */
static void
hurry (RapportToaster *self)
{
  const gint64 up = (g_get_monotonic_time () - self->since) / 1000;

  if (self->hurrying == 0 && !g_queue_is_empty (&self->waiting) && self->shown != NULL && self->shown != self->progress)
    self->hurrying = g_timeout_add ((guint) MAX (LEAST_MS - up, GOES_MS), make_room_cb, self);
}

/* Whether the pointer or the keyboard is at what is shown. */
static gboolean
is_held (RapportToaster *self)
{
  const GtkStateFlags flags = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN;
  GtkWidget *own = adw_toast_overlay_get_child (self->overlay);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != own && (gtk_widget_get_state_flags (child) & flags) != 0)
      return TRUE;
  return FALSE;
}

static void fade_later (RapportToaster *self);

static gboolean
fade_cb (gpointer data)
{
  RapportToaster *self = data;

  self->fading = 0;
  if (self->shown == NULL || self->shown != self->undo)
    return G_SOURCE_REMOVE;
  if (is_held (self))
    fade_later (self);
  else
    go (self);
  return G_SOURCE_REMOVE;
}

/* The time of a toast begins when it comes and cannot begin anew, and what is done meanwhile is offered in the same. */
static void
fade_later (RapportToaster *self)
{
  g_clear_handle_id (&self->fading, g_source_remove);
  self->fading = g_timeout_add (OFFER_MS, fade_cb, self);
}

static gboolean follow_cb (gpointer data);

/* The overlay is not held meanwhile: libadwaita 1.2 cannot bear to outlive its window with toasts in it. */
static void
dismissed_cb (AdwToast *toast, RapportToaster *self)
{
  g_object_set_data (G_OBJECT (toast), DISMISSED, toast);
  if (toast != self->shown)
    return;
  g_clear_handle_id (&self->hurrying, g_source_remove);
  stop_coming (self);
  g_clear_object (&self->shown);
  if (self->following == 0)
    self->following = g_idle_add (follow_cb, self);
}

/* @toast: (transfer full) */
static void
show (RapportToaster *self, AdwToast *toast)
{
  self->shown = g_object_ref (toast);
  self->since = g_get_monotonic_time ();
  self->first_frame = 0;
  self->going = FALSE;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->overlay, toast);
  /* After the one by which it comes, and so later in every frame. */
  self->coming = gtk_widget_add_tick_callback (GTK_WIDGET (self->overlay), come_cb, self, NULL);
  mend_names (self->overlay);
  if (toast == self->undo)
    fade_later (self);
  hurry (self);
}

/* As if it had come now. */
static void
begin_anew (RapportToaster *self)
{
  self->since = g_get_monotonic_time ();
  self->going = FALSE;
  g_clear_handle_id (&self->hurrying, g_source_remove);
  fade_later (self);
  hurry (self);
}

static gboolean
follow_cb (gpointer data)
{
  RapportToaster *self = data;

  self->following = 0;
  if (self->shown == NULL && !g_queue_is_empty (&self->waiting))
    show (self, g_queue_pop_head (&self->waiting));
  return G_SOURCE_REMOVE;
}

/* Returns: whether it was still waiting, and goes without having been shown */
static gboolean
drop (RapportToaster *self, AdwToast *toast)
{
  if (!g_queue_remove (&self->waiting, toast))
    return FALSE;
  g_object_unref (toast);
  return TRUE;
}

/* The oldest of those that wait goes without having been shown; not what is still going on, nor what can be undone. */
static void
drop_oldest (RapportToaster *self)
{
  for (GList *link = self->waiting.head; link != NULL; link = link->next)
    if (link->data != self->progress && link->data != self->undo)
      {
        drop (self, link->data);
        return;
      }
}

/* @toast: (transfer full): comes at once, or when what is up has been seen for a moment */
void
rapport_toaster_add (RapportToaster *self, AdwToast *toast)
{
  g_return_if_fail (ADW_IS_TOAST (toast));
  if (self->shown == NULL && g_queue_is_empty (&self->waiting))
    {
      show (self, toast);
      return;
    }
  if (g_queue_get_length (&self->waiting) >= MOST_WAITING)
    drop_oldest (self);
  g_queue_push_tail (&self->waiting, toast);
  hurry (self);
}

/* --- What they say --- */

static AdwToast *
new_toast (const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  return adw_toast_new (escaped);
}

static void
set_sentence (AdwToast *toast, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_set_title (toast, escaped);
}

/* A sentence that fades by itself. What waits to be told is not told twice. */
void
rapport_toaster_tell (RapportToaster *self, const char *sentence)
{
  AdwToast *last = g_queue_peek_tail (&self->waiting);
  g_autoptr (AdwToast) toast = new_toast (sentence);

  if (last == NULL || strcmp (adw_toast_get_title (last), adw_toast_get_title (toast)) != 0)
    rapport_toaster_add (self, g_steal_pointer (&toast));
}

/* @done: what was done last, as a sentence */
void
rapport_toaster_offer_undo (RapportToaster *self, const char *done)
{
  g_clear_handle_id (&self->forgetting, g_source_remove);
  if (is_up (self->undo))
    {
      set_sentence (self->undo, done);
      if (self->undo == self->shown)
        begin_anew (self);
      return;
    }
  g_clear_object (&self->undo);
  self->undo = new_toast (done);
  adw_toast_set_timeout (self->undo, 0);
  adw_toast_set_button_label (self->undo, _("Undo"));
  adw_toast_set_action_name (self->undo, "win.undo");
  rapport_toaster_add (self, g_object_ref (self->undo));
}

static gboolean
forget_cb (gpointer data)
{
  RapportToaster *self = data;

  self->forgetting = 0;
  if (!drop (self, self->undo) && self->undo == self->shown)
    go (self);
  g_clear_object (&self->undo);
  return G_SOURCE_REMOVE;
}

/* Something else was done or undone: its button would undo that instead of what the sentence says. Where what was done
 * has a sentence of its own, that follows at once and stays. */
void
rapport_toaster_forget_undo (RapportToaster *self)
{
  if (is_up (self->undo) && self->forgetting == 0)
    self->forgetting = g_timeout_add (GOES_MS, forget_cb, self);
}

/* @words: how far it is; @stop_action: what its button does */
void
rapport_toaster_show_progress (RapportToaster *self, const char *words, const char *stop_action)
{
  g_clear_handle_id (&self->ending, g_source_remove);
  if (is_up (self->progress))
    {
      set_sentence (self->progress, words);
      return;
    }
  g_clear_object (&self->progress);
  self->progress = new_toast (words);
  adw_toast_set_timeout (self->progress, 0);
  adw_toast_set_button_label (self->progress, _("Stop"));
  adw_toast_set_action_name (self->progress, stop_action);
  rapport_toaster_add (self, g_object_ref (self->progress));
}

static gboolean
end_cb (gpointer data)
{
  RapportToaster *self = data;

  self->ending = 0;
  if (!drop (self, self->progress) && self->progress == self->shown)
    go (self);
  g_clear_object (&self->progress);
  return G_SOURCE_REMOVE;
}

void
rapport_toaster_end_progress (RapportToaster *self)
{
  if (self->progress != NULL && self->ending == 0)
    self->ending = g_timeout_add (GOES_MS, end_cb, self);
}
