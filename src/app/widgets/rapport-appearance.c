/* rapport-appearance.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Light, dark or high contrast, and whether things move: as the desktop has it, unless a preference says otherwise.
 */
#include "rapport-appearance.h"

#include "rapport-settings.h"

/* What libadwaita itself adds where the desktop wants high contrast. */
#define CONTRAST_STYLE "/org/gnome/Adwaita/styles/base-hc.css"

static gboolean
is_appearance (const char *wanted)
{
  g_autofree char *appearance = rapport_settings_get_text (rapport_settings_get_default (), "appearance");

  return g_strcmp0 (appearance, wanted) == 0;
}

static void
appearance_cb (RapportSettings *settings, GParamSpec *pspec, GtkCssProvider *contrast)
{
  GdkDisplay *display = gdk_display_get_default ();
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (is_appearance ("light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (is_appearance ("dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (contrast));
  if (is_appearance ("high-contrast") && g_resources_get_info (CONTRAST_STYLE, 0, NULL, NULL, NULL))
    {
      /* Reading it takes a twelfth of the time until a window is there: it is read where it is wanted. */
      gtk_css_provider_load_from_resource (contrast, CONTRAST_STYLE);
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (contrast),
                                                  GTK_STYLE_PROVIDER_PRIORITY_THEME + 1);
    }
}

/* Whatever moves asks the toolkit whether it may. */
static void
motion_cb (RapportSettings *settings)
{
  GtkSettings *toolkit = gtk_settings_get_default ();

  if (rapport_settings_get_flag (settings, "reduced-motion"))
    g_object_set (toolkit, "gtk-enable-animations", FALSE, NULL);
  else
    gtk_settings_reset_property (toolkit, "gtk-enable-animations");
}

/* Once, when there is a display. */
void
rapport_appearance_init (void)
{
  RapportSettings *settings = rapport_settings_get_default ();
  GtkCssProvider *contrast = gtk_css_provider_new ();

  g_signal_connect_data (settings, "notify::appearance", G_CALLBACK (appearance_cb), contrast,
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  g_signal_connect (settings, "notify::reduced-motion", G_CALLBACK (motion_cb), NULL);
  appearance_cb (settings, NULL, contrast);
  if (rapport_settings_get_flag (settings, "reduced-motion"))
    motion_cb (settings);
}

/* In which colours a map is drawn in the window. */
RapportScheme
rapport_appearance_get_scheme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style) || is_appearance ("high-contrast"))
    return RAPPORT_SCHEME_HIGH_CONTRAST;
  return adw_style_manager_get_dark (style) ? RAPPORT_SCHEME_DARK : RAPPORT_SCHEME_LIGHT;
}

/* @changed: is called with @object when the colours are others, as long as @object lives */
void
rapport_appearance_follow (gpointer object, GCallback changed)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (rapport_settings_get_default (), "notify::appearance", changed, object, G_CONNECT_SWAPPED);
}
