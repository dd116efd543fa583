/* rapport-journal-record.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-journal-record.h"

#include <string.h>

/* length (4, little-endian, of the content), kind (1), checksum (8), content */
#define HEADER_SIZE 13
#define CHECKSUM_SIZE 8
#define MAX_CONTENT (128u * 1024 * 1024)

static const char *
type_of (RapportRecordKind kind)
{
  switch (kind)
    {
    case RAPPORT_RECORD_HEAD:
      return "(ayssay)";
    case RAPPORT_RECORD_CHANGES:
      return "(sav)";
    case RAPPORT_RECORD_SAVING:
      return "s";
    default:
      return NULL;
    }
}

static void
make_checksum (guint8 kind, const guint8 *content, gsize size, guint8 *out)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, &kind, 1);
  g_checksum_update (checksum, content, (gssize) size);
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (out, digest, CHECKSUM_SIZE);
}

/**
 * rapport_journal_record_pack:
 * @content: of the type of @kind; a floating one is taken
 *
 * Returns: (transfer full): the bytes to append
 */
GBytes *
rapport_journal_record_pack (RapportRecordKind kind, GVariant *content)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (content);
  g_autoptr (GVariant) little = G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (sunk)
                                                             : g_variant_ref (sunk);
  gsize size = g_variant_get_size (little);
  guint32 length = GUINT32_TO_LE ((guint32) size);
  guint8 *data;

  g_return_val_if_fail (g_variant_is_of_type (sunk, G_VARIANT_TYPE (type_of (kind))), NULL);
  g_return_val_if_fail (size <= MAX_CONTENT, NULL);

  data = g_malloc (HEADER_SIZE + size);
  memcpy (data, &length, 4);
  data[4] = (guint8) kind;
  /* Storing it here at once would need a place that is aligned. */
  if (size > 0)
    memcpy (data + HEADER_SIZE, g_variant_get_data (little), size);
  make_checksum (data[4], data + HEADER_SIZE, size, data + 5);
  return g_bytes_new_take (data, HEADER_SIZE + size);
}

/**
 * rapport_journal_record_unpack:
 * @at: (inout): where the record begins; afterwards where the next one does
 *
 * Returns: (transfer full) (nullable): the content; %NULL at the end, and where no whole record stands
 */
GVariant *
rapport_journal_record_unpack (const guint8 *data, gsize size, gsize *at, RapportRecordKind *kind)
{
  g_autoptr (GVariant) raw = NULL;
  g_autoptr (GBytes) copy = NULL; /* variants want their bytes aligned */
  guint8 checksum[CHECKSUM_SIZE];
  const guint8 *content;
  guint32 length;

  if (*at > size || size - *at < HEADER_SIZE)
    return NULL;
  memcpy (&length, data + *at, 4);
  length = GUINT32_FROM_LE (length);
  if (length > MAX_CONTENT || length > size - *at - HEADER_SIZE
      || type_of (data[*at + 4]) == NULL)
    return NULL;
  content = data + *at + HEADER_SIZE;
  make_checksum (data[*at + 4], content, length, checksum);
  if (memcmp (checksum, data + *at + 5, CHECKSUM_SIZE) != 0)
    return NULL;
  *kind = data[*at + 4];
  copy = g_bytes_new (content, length);
  raw = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type_of (*kind)), copy, FALSE));
  if (!g_variant_is_normal_form (raw))
    return NULL;
  *at += HEADER_SIZE + length;
  return G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (raw) : g_steal_pointer (&raw);
}
