/* rapport-settings.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-settings.h"

#include "rapport-config.h"

enum
{
  PROP_0,
  PROP_SINGLE_LETTER_KEYS,
  PROP_REDUCED_MOTION,
  PROP_APPEARANCE,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  PROP_RECENT_FOLDER,
  PROP_GREETED,
  N_PROPS,
};

struct _RapportSettings
{
  GObject parent_instance;

  GValue values[N_PROPS];
  GSettings *stored; /* owned, nullable: there is no schema */
};

G_DEFINE_FINAL_TYPE (RapportSettings, rapport_settings, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
rapport_settings_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_copy (&RAPPORT_SETTINGS (object)->values[id], value);
}

static void
rapport_settings_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RapportSettings *self = RAPPORT_SETTINGS (object);

  if (g_param_values_cmp (pspec, &self->values[id], value) == 0)
    return;
  g_value_copy (value, &self->values[id]);
  g_object_notify_by_pspec (object, pspec);
}

/* A key that an older schema lacks would end the program if it were asked for. */
static void
bind_stored (RapportSettings *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, RAPPORT_APPLICATION_ID, TRUE) : NULL;

  if (schema == NULL)
    return;
  self->stored = g_settings_new_full (schema, NULL, NULL);
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    if (g_settings_schema_has_key (schema, properties[i]->name))
      g_settings_bind (self->stored, properties[i]->name, self, properties[i]->name, G_SETTINGS_BIND_DEFAULT);
}

static void
rapport_settings_finalize (GObject *object)
{
  RapportSettings *self = RAPPORT_SETTINGS (object);

  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_value_unset (&self->values[i]);
  g_clear_object (&self->stored);

  G_OBJECT_CLASS (rapport_settings_parent_class)->finalize (object);
}

static void
rapport_settings_class_init (RapportSettingsClass *klass)
{
  static const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rapport_settings_get_property;
  object_class->set_property = rapport_settings_set_property;
  object_class->finalize = rapport_settings_finalize;

  properties[PROP_SINGLE_LETTER_KEYS] = g_param_spec_boolean ("single-letter-keys", NULL, NULL, TRUE, flags);
  properties[PROP_REDUCED_MOTION] = g_param_spec_boolean ("reduced-motion", NULL, NULL, FALSE, flags);
  properties[PROP_APPEARANCE] = g_param_spec_string ("appearance", NULL, NULL, "system", flags);
  properties[PROP_WINDOW_WIDTH] = g_param_spec_int ("window-width", NULL, NULL, 360, 32767, 1280, flags);
  properties[PROP_WINDOW_HEIGHT] = g_param_spec_int ("window-height", NULL, NULL, 294, 32767, 800, flags);
  properties[PROP_WINDOW_MAXIMIZED] = g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  properties[PROP_RECENT_FOLDER] = g_param_spec_string ("recent-folder", NULL, NULL, "", flags);
  properties[PROP_GREETED] = g_param_spec_boxed ("greeted", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rapport_settings_init (RapportSettings *self)
{
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    {
      g_value_init (&self->values[i], properties[i]->value_type);
      g_param_value_set_default (properties[i], &self->values[i]);
    }
  bind_stored (self);
}

/* Returns: (transfer none): the same for all windows */
RapportSettings *
rapport_settings_get_default (void)
{
  static RapportSettings *settings;

  if (settings == NULL)
    settings = g_object_new (RAPPORT_TYPE_SETTINGS, NULL);
  return settings;
}

gboolean
rapport_settings_get_flag (RapportSettings *self, const char *name)
{
  gboolean flag;

  g_return_val_if_fail (RAPPORT_IS_SETTINGS (self), FALSE);
  g_object_get (self, name, &flag, NULL);
  return flag;
}

int
rapport_settings_get_number (RapportSettings *self, const char *name)
{
  int number;

  g_return_val_if_fail (RAPPORT_IS_SETTINGS (self), 0);
  g_object_get (self, name, &number, NULL);
  return number;
}

/* Returns: (transfer full) */
char *
rapport_settings_get_text (RapportSettings *self, const char *name)
{
  char *text;

  g_return_val_if_fail (RAPPORT_IS_SETTINGS (self), NULL);
  g_object_get (self, name, &text, NULL);
  return text;
}

/* Returns: (transfer full) (nullable): %NULL is an empty one */
char **
rapport_settings_get_list (RapportSettings *self, const char *name)
{
  char **list;

  g_return_val_if_fail (RAPPORT_IS_SETTINGS (self), NULL);
  g_object_get (self, name, &list, NULL);
  return list;
}
