/* rapport-toaster.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-toaster.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-button-names.h"

/* Until a toast has wholly come. */
#define COMES_MS 400
#define DISMISSED "rapport-dismissed"

struct _RapportToaster
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* borrowed: its window owns this */

  /* Owned */
  AdwToast *undo;     /* nullable: may have gone by itself */
  AdwToast *progress; /* nullable: while something takes long */
  guint forgetting;   /* until the one that offers to undo goes */
  guint mending;      /* until the next one in the queue has come */
};

G_DEFINE_FINAL_TYPE (RapportToaster, rapport_toaster, G_TYPE_OBJECT)

static void
rapport_toaster_dispose (GObject *object)
{
  RapportToaster *self = RAPPORT_TOASTER (object);

  g_clear_handle_id (&self->forgetting, g_source_remove);
  g_clear_handle_id (&self->mending, g_source_remove);
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
next_has_come_cb (gpointer data)
{
  RapportToaster *self = data;

  self->mending = 0;
  mend_names (self->overlay);
  return G_SOURCE_REMOVE;
}

/* The next one in the queue is made now. The overlay is not held meanwhile: libadwaita 1.2 cannot bear to outlive its
 * window with toasts in it. */
static void
dismissed_cb (AdwToast *toast, RapportToaster *self)
{
  g_object_set_data (G_OBJECT (toast), DISMISSED, toast);
  if (self->mending == 0)
    self->mending = g_idle_add (next_has_come_cb, self);
}

static gboolean
is_up (AdwToast *toast)
{
  return toast != NULL && g_object_get_data (G_OBJECT (toast), DISMISSED) == NULL;
}

static gboolean
dismiss_cb (gpointer toast)
{
  if (is_up (toast))
    adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* Not at once: a press of its own button makes it go as well, and libadwaita 1.2 frees twice what goes twice, or what
 * goes before it has wholly come.
 * @toast: (transfer full) */
static void
dismiss_later (AdwToast *toast)
{
  g_timeout_add_full (G_PRIORITY_DEFAULT, COMES_MS, dismiss_cb, toast, g_object_unref);
}

/* @toast: (transfer full) */
void
rapport_toaster_add (RapportToaster *self, AdwToast *toast)
{
  g_return_if_fail (ADW_IS_TOAST (toast));
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->overlay, toast);
  mend_names (self->overlay);
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

/* A sentence that fades by itself. */
void
rapport_toaster_tell (RapportToaster *self, const char *sentence)
{
  rapport_toaster_add (self, new_toast (sentence));
}

/* @done: what was done last, as a sentence */
void
rapport_toaster_offer_undo (RapportToaster *self, const char *done)
{
  g_clear_handle_id (&self->forgetting, g_source_remove);
  if (is_up (self->undo))
    {
      set_sentence (self->undo, done);
      return;
    }
  g_clear_object (&self->undo);
  self->undo = g_object_ref_sink (new_toast (done));
  adw_toast_set_button_label (self->undo, _("Undo"));
  adw_toast_set_action_name (self->undo, "win.undo");
  rapport_toaster_add (self, g_object_ref (self->undo));
}

static gboolean
forget_cb (gpointer data)
{
  RapportToaster *self = data;

  self->forgetting = 0;
  dismiss_cb (self->undo);
  g_clear_object (&self->undo);
  return G_SOURCE_REMOVE;
}

/* Something else was done or undone: its button would undo that instead of what the sentence says. Where what was done
 * has a sentence of its own, that follows at once and stays. */
void
rapport_toaster_forget_undo (RapportToaster *self)
{
  if (is_up (self->undo) && self->forgetting == 0)
    self->forgetting = g_timeout_add (COMES_MS, forget_cb, self);
}

/* @words: how far it is; @stop_action: what its button does */
void
rapport_toaster_show_progress (RapportToaster *self, const char *words, const char *stop_action)
{
  if (self->progress != NULL)
    {
      set_sentence (self->progress, words);
      return;
    }
  self->progress = g_object_ref_sink (new_toast (words));
  adw_toast_set_timeout (self->progress, 0);
  adw_toast_set_button_label (self->progress, _("Stop"));
  adw_toast_set_action_name (self->progress, stop_action);
  rapport_toaster_add (self, g_object_ref (self->progress));
}

void
rapport_toaster_end_progress (RapportToaster *self)
{
  if (self->progress != NULL)
    dismiss_later (g_steal_pointer (&self->progress));
}
