/** A script to begin with. Its merge fields name the columns that it needs. */
export interface GalleryScript {
  readonly name: string;
  readonly text: string;
}

/** Each can be spoken with empty cells too, as far as its words make sense without them. */
export const SCRIPT_GALLERY: readonly GalleryScript[] = [
  {
    name: 'Outreach',
    text: 'Hi <<first_name|there>>! I made this short video for everyone at <<company|your company>>. <break time="1s"/> Reply to my mail and I will show you more.',
  },
  {
    name: 'Birthday',
    text: 'Happy birthday, <<first_name|dear friend>>! All of us wish you a wonderful day and a great year.',
  },
  {
    name: 'Course welcome',
    text: 'Welcome to <<course>>, <<first_name|dear student>>! We begin on <<start_date:date>>. I look forward to meeting you.',
  },
  {
    name: 'Product',
    text: 'This is <<product>>. <<description|>> You can have it for <<price:money>>.',
  },
  {
    name: 'Thanks',
    text: 'Thank you so much, <<first_name|dear friend>>! Your <<gift|support>> means a lot to all of us.',
  },
];
