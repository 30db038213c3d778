/* Styles, scripts and pictures, built into the program by tools/assets_to_c (assets/meson.build says which).
 * They say nothing about anybody: they may be cached, unlike every page. */
#ifndef WEB_ASSETS_H
#define WEB_ASSETS_H

#include "base/text.h"

struct asset {
    Text path;  /* what stands after /assets/ in the address: "hearth.css" */
    Text type;  /* the media type, with its charset */
    Text bytes;
    Text gzip;  /* the same bytes compressed; empty when that isn't worth it */
    Text etag;  /* with its quotes; changes when the bytes do */
};

/* The asset at that path, which lives as long as the program, or NULL. */
const struct asset *assets_find(Text path);

#endif
