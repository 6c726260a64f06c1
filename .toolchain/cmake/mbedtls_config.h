/* What Kith uses of Mbed TLS: PBKDF2 with HMAC-SHA-256, and AES-GCM. */
#define MBEDTLS_AES_C
#define MBEDTLS_CIPHER_C
#define MBEDTLS_GCM_C
#define MBEDTLS_MD_C
#define MBEDTLS_PKCS5_C
#define MBEDTLS_SHA256_C
#if defined(__x86_64__) && defined(__clang__)
#define MBEDTLS_HAVE_ASM
#define MBEDTLS_AESNI_C
#endif
