/** The keeper's code for arm64, as keeper-program.ts says what it does. System calls: syscall(2); their numbers: the kernel's asm-generic/unistd.h. */
const WORDS = [
  0xf94003e0, //           ldr x0, [sp]                         without arguments:
  0xf100041f, //           cmp x0, #1
  0x540001e1, //           b.ne join
  0xd28010c8, //           mov x8, #134                         rt_sigaction(
  0xd2800220, //           mov x0, #17                            SIGCHLD,
  0x10000fa1, //           adr x1, ignore                         the struct at the end,
  0xd2800002, //           mov x2, #0                             NULL,
  0xd2800103, //           mov x3, #8                             8)
  0xd4000001, //           svc #0
  0xd2800928, // wait:     mov x8, #73                          again: ppoll(
  0xd2800000, //           mov x0, #0                             NULL,
  0xd2800001, //           mov x1, #0                             0,
  0xd2800002, //           mov x2, #0                             NULL,
  0xd2800003, //           mov x3, #0                             NULL,
  0xd2800004, //           mov x4, #0                             0)
  0xd4000001, //           svc #0
  0x17fffff9, //           b wait
  0xd2800308, // join:     mov x8, #24                          with arguments: dup3(
  0xd2800020, //           mov x0, #1                             1,
  0xd2800041, //           mov x1, #2                             2,
  0xd2800002, //           mov x2, #0                             0)
  0xd4000001, //           svc #0
  0xf94003e0, //           ldr x0, [sp]                         argc
  0x910043f3, //           add x19, sp, #16                     argv + 1
  0x8b000e74, //           add x20, x19, x0, lsl #3             the environment
  0xf9400275, //           ldr x21, [x19]                       the program's name
  0xd2800016, //           mov x22, #0                          whether there was one that could not be executed
  0xaa1503e0, //           mov x0, x21
  0x38401401, // slash:    ldrb w1, [x0], #1                    a name with a slash is a path
  0x7100bc3f, //           cmp w1, #47
  0x540005c0, //           b.eq plain
  0x35ffffa1, //           cbnz w1, slash
  0xaa1403e0, //           mov x0, x20
  0x52882a03, //           mov w3, #0x4150                      PATH
  0x72a90a83, //           movk w3, #0x4854, lsl #16
  0xf8408401, // variable: ldr x1, [x0], #8                     the variable PATH=
  0xb4000541, //           cbz x1, fail
  0xb9400022, //           ldr w2, [x1]
  0x6b03005f, //           cmp w2, w3
  0x54ffff81, //           b.ne variable
  0x39401022, //           ldrb w2, [x1, #4]
  0x7100f45f, //           cmp w2, #61
  0x54ffff21, //           b.ne variable
  0x91001437, //           add x23, x1, #5
  0xd14013ff, //           sub sp, sp, #4, lsl #12              room for a path
  0x910003e1, // folder:   mov x1, sp                           each folder, up to a colon or the end
  0x91400fe2, //           add x2, sp, #3, lsl #12              where it has to end
  0x384016f8, // copy:     ldrb w24, [x23], #1
  0x340000f8, //           cbz w24, copied
  0x7100eb1f, //           cmp w24, #58
  0x540000a0, //           b.eq copied
  0xeb02003f, //           cmp x1, x2
  0x54ffff62, //           b.hs copy
  0x38001438, //           strb w24, [x1], #1
  0x17fffff9, //           b copy
  0xeb02003f, // copied:   cmp x1, x2                           too long, empty or relative: none
  0x54000242, //           b.hs next
  0x910003e3, //           mov x3, sp
  0xeb03003f, //           cmp x1, x3
  0x540001e0, //           b.eq next
  0x39400064, //           ldrb w4, [x3]
  0x7100bc9f, //           cmp w4, #47
  0x54000181, //           b.ne next
  0x38001424, //           strb w4, [x1], #1                    folder, slash, name
  0x913ffc45, //           add x5, x2, #4095
  0xaa1503e0, //           mov x0, x21
  0x38401404, // name:     ldrb w4, [x0], #1
  0x38001424, //           strb w4, [x1], #1
  0x34000084, //           cbz w4, run
  0xeb05003f, //           cmp x1, x5
  0x54ffff83, //           b.lo name
  0x14000003, //           b next
  0x910003e0, // run:      mov x0, sp
  0x94000011, //           bl try
  0x35fffc78, // next:     cbnz w24, folder
  0x14000003, //           b fail
  0xaa1503e0, // plain:    mov x0, x21
  0x9400000d, //           bl try
  0x100002c1, // fail:     adr x1, missing                      write(2, why not)
  0xd2800842, //           mov x2, #missinglength
  0xb4000076, //           cbz x22, say
  0x50000461, //           adr x1, denied
  0xd2800622, //           mov x2, #deniedlength
  0xd2800808, // say:      mov x8, #64
  0xd2800040, //           mov x0, #2
  0xd4000001, //           svc #0
  0xd2800fe0, //           mov x0, #127                         exit(127, or 126)
  0xcb160000, //           sub x0, x0, x22
  0xd2800ba8, //           mov x8, #93
  0xd4000001, //           svc #0
  0xd2801ba8, // try:      mov x8, #221                         execve(x0, argv + 1, the environment): ENOENT and ENOTDIR are none
  0xaa1303e1, //           mov x1, x19
  0xaa1403e2, //           mov x2, x20
  0xd4000001, //           svc #0
  0xb100081f, //           cmn x0, #2
  0x54000080, //           b.eq back
  0xb100501f, //           cmn x0, #20
  0x54000040, //           b.eq back
  0xd2800036, //           mov x22, #1
  0xd65f03c0, // back:     ret
];

export const arm64 = Buffer.alloc(WORDS.length * 4);
for (const [index, word] of WORDS.entries()) arm64.writeUInt32LE(word, index * 4);
