/* rapport-picture-memory.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rapport_picture_memory_keep (void);

G_END_DECLS
