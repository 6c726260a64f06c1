/* SDL's window code and Dear ImGui's backend mention renderers, game controllers, pictures
   in memory and OpenGL by way of EGL, which Kith's build of SDL leaves out: the page makes
   its WebGL context itself (shell/browser/stage/stage.cpp), and draws nothing with SDL. Here there
   are none. That keeps a hundred kilobytes off what is downloaded. */
#include <SDL.h>

int SDL_GetNumRenderDrivers(void) { return 0; }
int SDL_GetRenderDriverInfo(int i, SDL_RendererInfo *info) { (void)i, (void)info; return -1; }
SDL_Renderer *SDL_CreateRenderer(SDL_Window *w, int i, Uint32 f) { (void)w, (void)i, (void)f; return NULL; }
SDL_Renderer *SDL_GetRenderer(SDL_Window *w) { (void)w; return NULL; }
void SDL_DestroyRenderer(SDL_Renderer *r) { (void)r; }
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer *r) { (void)r; }
int SDL_GetRendererInfo(SDL_Renderer *r, SDL_RendererInfo *info) { (void)r, (void)info; return -1; }
int SDL_GetRendererOutputSize(SDL_Renderer *r, int *w, int *h) { (void)r, (void)w, (void)h; return -1; }
int SDL_RenderSetViewport(SDL_Renderer *r, const SDL_Rect *v) { (void)r, (void)v; return -1; }
int SDL_RenderCopy(SDL_Renderer *r, SDL_Texture *t, const SDL_Rect *s, const SDL_Rect *d) { (void)r, (void)t, (void)s, (void)d; return -1; }
void SDL_RenderPresent(SDL_Renderer *r) { (void)r; }
int SDL_RenderSetVSync(SDL_Renderer *r, int v) { (void)r, (void)v; return -1; }
SDL_Texture *SDL_CreateTexture(SDL_Renderer *r, Uint32 f, int a, int w, int h) { (void)r, (void)f, (void)a, (void)w, (void)h; return NULL; }
int SDL_UpdateTexture(SDL_Texture *t, const SDL_Rect *a, const void *p, int n) { (void)t, (void)a, (void)p, (void)n; return -1; }
void SDL_DestroyTexture(SDL_Texture *t) { (void)t; }

int SDL_NumJoysticks(void) { return 0; }
SDL_bool SDL_IsGameController(int i) { (void)i; return SDL_FALSE; }
SDL_GameController *SDL_GameControllerOpen(int i) { (void)i; return NULL; }
void SDL_GameControllerClose(SDL_GameController *c) { (void)c; }
Uint8 SDL_GameControllerGetButton(SDL_GameController *c, SDL_GameControllerButton b) { (void)c, (void)b; return 0; }
Sint16 SDL_GameControllerGetAxis(SDL_GameController *c, SDL_GameControllerAxis a) { (void)c, (void)a; return 0; }

/* What the Emscripten video driver would get from SDL_egl.c, SDL_emscriptenopengles.c and
   SDL_emscriptenframebuffer.c. No window asks for it. */
typedef struct SDL_VideoDevice SDL_VideoDevice;
int Emscripten_GLES_LoadLibrary(SDL_VideoDevice *d, const char *p) { (void)d, (void)p; return -1; }
SDL_GLContext Emscripten_GLES_CreateContext(SDL_VideoDevice *d, SDL_Window *w) { (void)d, (void)w; return NULL; }
int Emscripten_GLES_SwapWindow(SDL_VideoDevice *d, SDL_Window *w) { (void)d, (void)w; return -1; }
int Emscripten_GLES_MakeCurrent(SDL_VideoDevice *d, SDL_Window *w, SDL_GLContext c) { (void)d, (void)w, (void)c; return -1; }
void *SDL_EGL_GetProcAddress(SDL_VideoDevice *d, const char *p) { (void)d, (void)p; return NULL; }
void SDL_EGL_UnloadLibrary(SDL_VideoDevice *d) { (void)d; }
int SDL_EGL_SetSwapInterval(SDL_VideoDevice *d, int i) { (void)d, (void)i; return -1; }
int SDL_EGL_GetSwapInterval(SDL_VideoDevice *d) { (void)d; return 0; }
void SDL_EGL_DeleteContext(SDL_VideoDevice *d, SDL_GLContext c) { (void)d, (void)c; }
void *SDL_EGL_CreateSurface(SDL_VideoDevice *d, void *w) { (void)d, (void)w; return NULL; }
void SDL_EGL_DestroySurface(SDL_VideoDevice *d, void *s) { (void)d, (void)s; }
int Emscripten_CreateWindowFramebuffer(SDL_VideoDevice *d, SDL_Window *w, Uint32 *f, void **p, int *n) { (void)d, (void)w, (void)f, (void)p, (void)n; return -1; }
int Emscripten_UpdateWindowFramebuffer(SDL_VideoDevice *d, SDL_Window *w, const SDL_Rect *r, int n) { (void)d, (void)w, (void)r, (void)n; return -1; }
void Emscripten_DestroyWindowFramebuffer(SDL_VideoDevice *d, SDL_Window *w) { (void)d, (void)w; }

/* Pictures in memory: SDL has them for cursors and icons of its own making. */
SDL_Surface *SDL_CreateRGBSurface(Uint32 f, int w, int h, int d, Uint32 r, Uint32 g, Uint32 b, Uint32 a) { (void)f, (void)w, (void)h, (void)d, (void)r, (void)g, (void)b, (void)a; return NULL; }
SDL_Surface *SDL_CreateRGBSurfaceFrom(void *p, int w, int h, int d, int n, Uint32 r, Uint32 g, Uint32 b, Uint32 a) { (void)p, (void)w, (void)h, (void)d, (void)n, (void)r, (void)g, (void)b, (void)a; return NULL; }
SDL_Surface *SDL_ConvertSurfaceFormat(SDL_Surface *s, Uint32 p, Uint32 f) { (void)s, (void)p, (void)f; return NULL; }
void SDL_FreeSurface(SDL_Surface *s) { (void)s; }
